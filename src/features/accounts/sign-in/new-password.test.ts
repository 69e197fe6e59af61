import { describe, expect, it } from 'vitest'
import { newPasswordField, personNameField } from './new-password.ts'

describe('a name', () => {
  it.each([
    ['  Ida Sorensen ', 'Ida Sorensen'],
    ['Zoë O’Brien-Núñez', 'Zoë O’Brien-Núñez'],
    ['محمد علي', 'محمد علي'],
    ['Ida\r\n\r\nYour password: https://evil.example', 'Ida Your password: https://evil.example'],
    ['Ida \u202enesneroS', 'Ida  nesneroS'],
    ['👩‍⚕️ Maja', '👩‍⚕️ Maja'],
  ])('%j is kept as %j', (typed, kept) => expect(personNameField.parse(typed)).toBe(kept))

  it('of nothing that shows is missing', () => {
    expect(personNameField.safeParse('\u0001\u202e \n').success).toBe(false)
  })
})

it('the demo’s password, which opens nothing outside the demo, is nobody’s new one', () => {
  expect(newPasswordField.safeParse('harbourside-demo').success).toBe(false)
})
