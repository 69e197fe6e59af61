import { expect, it } from 'vitest'
import { drawMail } from './draw.ts'

it('shows hostile text as text, in each place', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`
  const { subject, html, text } = drawMail({
    locale: `en${hostile}`,
    subject: `A page\r\nBcc: everybody@hospital.example ${hostile}`,
    band: hostile,
    paragraphs: [hostile, 'two\nlines'],
    actions: [{ label: hostile, url: `https://salve.example/p/1?${hostile}` }],
    footer: hostile,
  })
  expect(html).not.toMatch(/<script|<img/)
  expect(html).toContain('two<br>lines')
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(7)
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).toContain('two\nlines')
})
