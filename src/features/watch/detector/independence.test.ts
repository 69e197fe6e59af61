import { describe, expect, test } from 'vitest'
import { linksOf, normaliseLink } from './links.ts'
import { HARBOUR, WITNESSES, alerts, ordinaryHour, post, tell, openDetector } from './stories.ts'
import type { DetectedIncident, Post } from './types.ts'

// Two posts are two sources only when two people had something to say.

function after(posts: readonly Post[]): DetectedIncident | undefined {
  const detector = openDetector({ area: HARBOUR })
  tell(detector, [...ordinaryHour(), ...posts])
  return detector.open()[0]
}

/** Sources that posts add to the four witnesses of an incident that is already shown. */
function added(posts: readonly Post[]): number {
  const later = posts.map((one) => ({ ...one, at: one.at + 3 * 60_000 }))
  return after([...WITNESSES, ...later])!.corroboration - WITNESSES.length
}

const howOf = (incident: DetectedIncident | undefined, id: string) =>
  incident?.evidence.find((evidence) => evidence.post.id === id)

describe('Independence', () => {
  test('Mara writes three times what she saw: she is one source', () => {
    const mara = [
      'Huge explosion at the ferry terminal, windows out',
      'People are bleeding on Quay Street, please send ambulances',
      'Smoke is coming out of the terminal roof now, more sirens',
    ].map((text, i) => post(i, text, { id: `mara-${i}`, author: 'mara.example' }))
    expect(added(mara)).toBe(1)
    expect(after(mara)).toBeUndefined()
  })

  test('Ines and Tom share the page that the Echo wrote: the page is one source, however they put it', () => {
    const page = 'harbour-echo.example/news/blast-at-terminal'
    const [blast, second] = [WITNESSES[0]!, WITNESSES[2]!]
    const shared = [
      post(0.2, 'Explosion at the ferry terminal, several hurt', { id: 'echo', url: `https://www.${page}/` }),
      post(0.9, `Oh dear, people injured down at Pier 2 after an explosion http://${page}?utm_source=app`, {
        id: 'ines',
      }),
      post(1.4, `They say something blew up by the ferries, ambulances on Quay Street https://${page}#top`, {
        id: 'tom',
      }),
    ]
    expect(added(shared)).toBe(1)
    expect(added([shared[0]!, { ...shared[1]!, text: shared[1]!.text.replace(/http.*/, '') }])).toBe(2)
    expect(howOf(after([...WITNESSES, ...shared]), 'ines')).toMatchObject({
      bearing: 'repeat',
      weight: 0,
      copyOf: 'echo',
      reasons: expect.arrayContaining([{ code: 'same-link', detail: 'echo' }]) as unknown,
    })
    expect(after([blast, second])?.corroboration).toBe(2)
  })

  test('two witnesses who each point to the city’s front page are still two', () => {
    const [first, second] = [WITNESSES[0]!, WITNESSES[2]!].map((one) => ({
      ...one,
      text: `${one.text} https://harbourside.example/`,
    }))
    expect(after([first!, second!])?.corroboration).toBe(2)
  })

  test('Lena’s words, passed on by hundreds who each add a little, stay hers', () => {
    const words = 'Explosion at the ferry terminal, I can see at least five people hurt on the ground near the gate'
    const remarks = [
      'omg',
      'please help',
      'is this true',
      'stay safe everyone',
      'no puede ser',
      'wow 😱',
      '#harbourside',
    ]
    const passed = Array.from({ length: 500 }, (_, i) => {
      const own = `${remarks[i % 7]} ${i}`
      return post(0.5 + i / 60, i % 2 ? `${own} ${words}` : `${words} ${own}`, { id: `passed-${i}` })
    })
    const detector = openDetector({ area: HARBOUR })
    const changes = tell(detector, [...ordinaryHour(), post(0.2, words, { id: 'lena' }), ...passed])
    expect(alerts(changes)).toEqual([])
    expect(changes.every(({ corroboration }) => corroboration <= 1)).toBe(true)
    expect(added(passed)).toBe(1)
  })

  test('a newsroom that writes much around what Lena said adds little, and the next one nothing', () => {
    const words = 'Explosion at the ferry terminal, people hurt on the ground near the gate'
    const around = (name: string) =>
      `${name} has asked for comment. "${words}", a passenger wrote online. Ferries were due to sail at three with a ` +
      'school choir on board; the operator had announced engine trials, and trams run to Quay Street only until further notice'
    const incident = after([
      post(0.2, words, { id: 'lena' }),
      post(1, around('The Echo'), { id: 'echo', author: 'harbour-echo-news.example' }),
      post(2, around('Our desk'), { id: 'desk', author: 'harbour-tribune.example' }),
    ])
    const [lena, echo, desk] = ['lena', 'echo', 'desk'].map((id) => howOf(incident, id))
    expect(lena!.weight).toBeGreaterThan(2)
    expect(echo!.reasons).toContainEqual({ code: 'quotes', detail: 'lena' })
    expect(echo!.weight).toBeLessThan(lena!.weight / 4)
    expect(desk!.weight).toBe(0)
    expect(incident?.state).not.toBe('probable')
  })

  test('an answer that its network ties to Lena’s post is not independent of it', () => {
    const lena = post(0.2, 'An explosion by the ticket hall of the ferry terminal, my ears are ringing', { id: 'lena' })
    const answer = post(0.6, 'Blast at Pier 2 here as well, we ran outside, ambulances coming', { id: 'answer' })
    expect(added([lena, answer])).toBe(2)
    expect(added([lena, { ...answer, repostOf: 'lena' }])).toBe(1)
  })
})

describe('A link', () => {
  test.each([
    ['https://www.echo.example/a/b/', 'echo.example/a/b'],
    ['http://echo.example/a/b?utm_source=x&utm_medium=y', 'echo.example/a/b'],
    ['HTTPS://Echo.Example/a/B#part', 'echo.example/a/B'],
    ['https://m.echo.example/a?b=2&a=1&fbclid=z', 'echo.example/a?a=1&b=2'],
    ['https://short.example/x1).', 'short.example/x1'],
    ['https://echo.example/', undefined],
    ['https://echo.example', undefined],
    ['https://echo.example/cut…', undefined],
    ['https://', undefined],
    ['javascript:alert(1)', undefined],
    ['https://[broken/a', undefined],
  ])('%s', (written, link) => {
    expect(normaliseLink(written)).toBe(link)
  })

  test('is read from the address and from the text, each page once', () => {
    const text = 'Fire! https://echo.example/a, see (https://www.echo.example/a/) and http://pic.example/9…'
    expect(linksOf(post(0, text, { url: 'https://social.example/p/1' }))).toEqual([
      'social.example/p/1',
      'echo.example/a',
    ])
  })
})
