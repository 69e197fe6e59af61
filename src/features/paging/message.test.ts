import { describe, expect, test } from 'vitest'
import { drawMail } from '#platform/mail/index.ts'
import { composeMail, sayFacts, sayMessage, type PageMail } from './message.ts'

const names = new Map([['amal', { name: 'Amal Haddad' }]])
const london = { locale: 'en', zone: 'Europe/London' } as const
const madrid = { locale: 'es', zone: 'Europe/Madrid' } as const
const openedAt = new Date('2026-11-21T14:59:20Z')

function mail(changes: Partial<PageMail> = {}): PageMail {
  return {
    message: { key: 'incident-confirmed', values: { kind: 'explosion', place: 'the ferry terminal' } },
    facts: [{ about: 'distance', text: '3.2 km away' }],
    isDrill: false,
    isTest: false,
    purpose: 'page',
    attempt: 1,
    possiblyRepeated: false,
    organisation: 'Harbourside General',
    url: 'https://salve.example/p/1/token',
    linkEndsAt: new Date('2026-11-22T14:59:20Z'),
    contactUrl: 'https://salve.example/me/contact',
    ...changes,
  }
}

describe('the sentence', () => {
  test('says what and where, each in their own language', () => {
    const { message } = mail()
    expect(sayMessage(message, 'en')).toBe('Explosion at the ferry terminal. Can you come?')
    expect(sayMessage(message, 'es')).toBe('Explosión en the ferry terminal. ¿Puede venir?')
  })

  test('has words for a kind that nobody has named yet and a place not known', () => {
    expect(sayMessage({ key: 'incident-probable', values: { kind: 'meteor', place: '' } }, 'en')).toBe(
      'Incident reported, a place not known yet. Please look now.',
    )
  })

  test('somebody’s own words stay as they are, braces and all', () => {
    expect(sayMessage({ key: 'plain', values: { text: 'Bring {the} keys <now>' } }, 'es')).toBe(
      'Bring {the} keys <now>',
    )
  })
})

describe('the facts', () => {
  test('never guess: what is unknown has no line', () => {
    expect(sayFacts({ facts: {}, openedBy: null, openedAt }, names, london)).toEqual([
      { about: 'asked', text: 'Salve asked by itself at 14:59' },
    ])
  })

  test('say who says so, and that nobody official has', () => {
    const facts = {
      distanceKm: 3.24,
      sources: { people: 1, newsrooms: 0, officials: 0 },
      harmed: { least: 3, most: 20 },
    }
    expect(sayFacts({ facts, openedBy: 'amal', openedAt }, names, madrid).map((line) => line.text)).toEqual([
      'A 3,2 km en línea recta',
      '1 persona; nadie oficial todavía. De 3 a 20 heridos, según dicen',
      'Amal Haddad preguntó a las 15:59',
    ])
  })

  test('an official source is named with the others', () => {
    const facts = { sources: { people: 5, newsrooms: 1, officials: 2 }, harmed: { least: 4 } }
    expect(sayFacts({ facts, openedBy: null, openedAt }, names, london)[0]?.text).toBe(
      '5 people, 1 newsroom, and 2 official sources. 4 hurt, as claimed',
    )
  })
})

describe('the mail', () => {
  test('carries the sentence as its subject and one link', () => {
    const drawn = drawMail(composeMail(mail(), london))
    expect(drawn.subject).toBe('Explosion at the ferry terminal. Can you come?')
    expect(drawn.text.match(/https:\/\/salve\.example\/p\//g)).toHaveLength(1)
    expect(drawn.text).toContain('Opening alone answers nothing')
  })

  test('a drill says so before anything else, a reminder that it is one', () => {
    expect(composeMail(mail({ isDrill: true, purpose: 'reminder', attempt: 3 }), london)).toMatchObject({
      subject: 'DRILL: Again: Explosion at the ferry terminal. Can you come?',
      band: 'Drill. No real event. Answer as you would.',
      paragraphs: expect.arrayContaining(['You have not answered yet. This is message 3.']),
    })
    expect(composeMail(mail({ isDrill: true }), madrid).subject).toMatch(/^SIMULACRO: /)
  })

  test('sent again after an interruption, it says that it may be there twice', () => {
    expect(composeMail(mail({ possiblyRepeated: true }), london).paragraphs[1]).toMatch(
      /^You may have this message twice/,
    )
    expect(composeMail(mail(), london).paragraphs.join()).not.toContain('twice')
  })

  test('a subject cannot be broken into other headers', () => {
    const message = { key: 'plain', values: { text: 'Come\r\nBcc: everybody@example.org' } } as const
    expect(drawMail(composeMail(mail({ message }), london)).subject).toBe('Come Bcc: everybody@example.org')
  })
})
