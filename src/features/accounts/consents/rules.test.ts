import { describe, expect, it } from 'vitest'
import { accountsWords } from '../words.ts'
import { CONSENTS, isInForce, isPurpose } from './rules.ts'

const [news] = CONSENTS
const given = { purpose: news.purpose, textVersion: news.textVersion, withdrawnAt: null }

describe('a consent', () => {
  it('is for one purpose and no other', () => {
    expect(isInForce([given], 'news-by-mail')).toBe(true)
    expect(isInForce([given], 'ask-opinion')).toBe(false)
    expect(isPurpose('sell-my-data')).toBe(false)
  })

  it('ends when it is taken back, and when the text has changed', () => {
    expect(isInForce([{ ...given, withdrawnAt: new Date('2026-11-21T12:00:00Z') }], 'news-by-mail')).toBe(false)
    expect(isInForce([{ ...given, textVersion: '2025-01-01' }], 'news-by-mail')).toBe(false)
  })

  it('has its text in every language', () => {
    for (const { purpose } of CONSENTS)
      for (const locale of ['en', 'es'] as const)
        expect(accountsWords(locale).has(`consent.${purpose}.text`)).toBe(true)
  })
})
