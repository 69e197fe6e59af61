import { describe, expect, test } from 'vitest'
import { HARBOUR, WITNESSES, ordinaryHour, post, tell, openDetector } from './stories.ts'

/** How a post bears on the blast at the ferry terminal that four people have told of. */
function bearingOf(text: string): string {
  const detector = openDetector({ area: HARBOUR })
  tell(detector, [...ordinaryHour(), ...WITNESSES])
  tell(detector, [post(3, text, { id: 'said' })])
  return detector.open()[0]!.evidence.find(({ post: { id } }) => id === 'said')?.bearing ?? 'none'
}

describe('Speaks against the blast', () => {
  test.each([
    'There was no explosion at the ferry terminal, I work there',
    'Only fireworks at the ferry terminal, nothing exploded',
    'No, it was just thunder over the ferry terminal',
    'I work at the ferry terminal and it is not true',
    'It was not an explosion at Pier 2',
    'The explosion at Pier 2 is a hoax',
    'No explosion, no fire, nobody hurt at the ferry terminal',
    'Please do not believe the rumours about a bomb at Pier 2',
    'No ha habido ninguna explosión en el muelle 2',
    'No, son fuegos artificiales en el muelle 2',
    'Lo de la explosión en la terminal de ferris es un bulo',
    'En la terminal de ferris no hay ninguna bomba ni heridos',
    'Falsa alarma en el muelle 2, fue un trueno',
  ])('%s', (text) => {
    expect(bearingOf(text)).toBe('denies')
  })
})

describe('Does not', () => {
  test.each([
    'Those are not fireworks, a bomb exploded at the ferry terminal',
    'This is not a rumour: explosion at Pier 2, I am bleeding',
    'That explosion at Pier 2 was no false alarm, three people are hurt',
    'It was not just thunder. Explosion at the ferry terminal, smoke everywhere',
    'Explosion at the ferry terminal, my knees have not stopped shaking',
    'No doubt about it, that was an explosion at Pier 2',
    'Not only an explosion at Pier 2, the roof is on fire too',
    'No! Another explosion now at Pier 2, the ceiling is down',
    'Nobody knows why it exploded at Pier 2, people hurt',
    'Esto no es un bulo, ha explotado la terminal de ferris',
    'No eran cohetes: una explosión en el muelle 2, veo heridos',
    'Explosión en la terminal de ferris, mi hija no deja de temblar',
    'No hay duda, fue una explosión en el muelle 2',
    'No solo explotó el muelle 2, también hay fuego en el techo',
    'No, por favor, otra explosión en la terminal de ferris',
  ])('%s', (text) => {
    expect(bearingOf(text)).toBe('counts')
  })
})

test.each([
  'That is a lie, I never said I liked olives',
  'Adoptado un gato de mentira para la obra del colegio',
  'Rumour has it the new bakery opens on Monday',
])('Talk of something else is left out: %s', (text) => {
  expect(bearingOf(text)).toBe('none')
})

test('Who says that a rumour about the place is not true speaks against it without naming the harm again', () => {
  expect(bearingOf('I work at the ferry terminal, that rumour is not true')).toBe('denies')
})
