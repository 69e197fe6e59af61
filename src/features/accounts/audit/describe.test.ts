import { describe, expect, it } from 'vitest'
import { accountsWords } from '../words.ts'
import { describeEntry } from './describe.ts'

const words = accountsWords('en')

describe('an entry of the audit', () => {
  it('is a sentence', () => {
    const body = { personId: 'id', given: ['mentor'], taken: [] }
    expect(describeEntry(words, { kind: 'person.roles-changed', body }, 'Jonas Brandt')).toBe(
      'Changed the roles of Jonas Brandt: given mentor; taken none',
    )
    expect(
      describeEntry(words, { kind: 'sign-in.failed', body: { personId: null, method: 'password' } }, undefined),
    ).toBe('Failed to sign in as an unknown account, by password')
    expect(
      describeEntry(
        words,
        { kind: 'data.expired', body: { counts: { 'accounts/sessions': 2, 'watch/posts': 1 } } },
        undefined,
      ),
    ).toBe('Nightly clearing: 3 things went')
    expect(describeEntry(accountsWords('es'), { kind: 'sign-in.succeeded', body: { method: 'link' } }, undefined)).toBe(
      'Entró, con enlace por correo',
    )
  })

  it('of a kind that this version does not know shows its code', () => {
    expect(describeEntry(words, { kind: 'person.knighted', body: {} }, undefined)).toBe('person.knighted')
  })
})
