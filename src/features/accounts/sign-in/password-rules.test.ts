import { describe, expect, it } from 'vitest'
import { passwordFlaw } from './password-rules.ts'

describe('a new password', () => {
  it('needs length and nothing else', () => {
    expect(passwordFlaw('herring on the quay')).toBeUndefined()
    expect(passwordFlaw('zwölf Eichhörnchen')).toBeUndefined()
    expect(passwordFlaw('correct cow')).toBe('password.too-short')
    expect(passwordFlaw('x7'.repeat(101))).toBe('password.too-long')
  })

  it('counts letters as people do, not bytes', () => {
    expect(passwordFlaw('🦀🐙🐠🐚🦑🐡')).toBe('password.too-short')
  })

  it('is not what everybody tries first, however it is dressed', () => {
    const tried = [
      'password1234',
      'Password2026',
      'passwordpassword',
      'QWERTYUIOP12',
      'qwertyuiopasdf',
      '123456789012',
      'aaaaaaaaaaaaaa',
      'Contraseña2026',
      'iloveyou-12345',
      'letmein!letmein',
      'Hospital2026!',
      'administrator',
    ]
    for (const password of tried) expect([password, passwordFlaw(password)]).toEqual([password, 'password.common'])
  })

  it('is not the person’s own name or address', () => {
    const own = ['Maja Lindqvist', 'maja.lindqvist@harbourside.example', 'maja.lindqvist']
    expect(passwordFlaw('Maja Lindqvist', own)).toBe('password.own-name')
    expect(passwordFlaw('majalindqvist', own)).toBe('password.own-name')
    expect(passwordFlaw('maja.lindqvist@harbourside.example', own)).toBe('password.own-name')
    expect(passwordFlaw('Maja Lindqvist paints boats', own)).toBeUndefined()
  })
})
