import { describe, expect, it } from 'vitest'
import { keysFrom } from '#platform/keys.ts'
import { isSetUpCode, setUpCode } from './code.ts'

const keys = keysFrom(Buffer.alloc(32, 7), '')
const others = keysFrom(Buffer.alloc(32, 8), '')

describe('the set-up code', () => {
  it('is the same after a restart and another in another house', () => {
    expect(setUpCode(keys)).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    expect(setUpCode(keys)).toBe(setUpCode(keysFrom(Buffer.alloc(32, 7), '')))
    expect(setUpCode(keys)).not.toBe(setUpCode(others))
  })

  it('may be typed with or without dashes, in capitals too', () => {
    expect(isSetUpCode(keys, ` ${setUpCode(keys).toUpperCase().replaceAll('-', ' ')} `)).toBe(true)
    expect(isSetUpCode(keys, setUpCode(others))).toBe(false)
    expect(isSetUpCode(keys, '')).toBe(false)
  })
})
