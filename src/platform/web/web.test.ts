import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SalveError } from '../errors.ts'
import type { AppContext } from './context.ts'
import { readForm, safeReturnPath } from './forms.ts'
import { createLimits } from './limits.ts'
import { refuseForeignOrigin, securityHeaders } from './security.ts'

const OWN = 'https://salve.example'

function house() {
  return new Hono()
    .use(securityHeaders({ isSecure: true }))
    .use(refuseForeignOrigin({ origins: [OWN] }))
    .onError((error, c) => c.text(error.message, error instanceof SalveError ? error.status : 500))
    .post('/act', (c) => c.text('done'))
    .get('/act', (c) => c.text('seen'))
}

describe('A change', () => {
  it.each([
    ['from this site', { Origin: OWN, 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['from an old phone that says only where it was', { Referer: `${OWN}/watch?x=1` }, 200],
    ['from another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from another site whose browser hides the origin', { Origin: 'null' }, 403],
    ['from a neighbour under the same domain', { Origin: 'https://other.example', 'Sec-Fetch-Site': 'same-site' }, 403],
    ['with our origin but a foreign fetch', { Origin: OWN, 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from an old phone on another site', { Referer: 'https://evil.example/' }, 403],
    ['that says nothing of where it comes from', {}, 403],
  ])('%s', async (_name, headers, status) => {
    expect((await house().request('/act', { method: 'POST', headers: headers as Record<string, string> })).status).toBe(
      status,
    )
  })
  it('is not asked of a look', async () => {
    expect((await house().request('/act')).status).toBe(200)
  })
})

describe('A form', () => {
  const schema = z.object({ name: z.string().trim().min(1, 'name.missing'), roles: z.array(z.string()).default([]) })
  const read = async (body: BodyInit, headers: Record<string, string> = {}) => {
    let result: unknown
    const app = new Hono().post('/', async (c) => {
      result = await readForm(c as unknown as AppContext, schema)
      return c.text('')
    })
    await app.request('/', { method: 'POST', body, headers })
    return result
  }
  it('gives its data', async () => {
    const body = new URLSearchParams([
      ['name', ' Amal '],
      ['roles[]', 'staff'],
      ['roles[]', 'duty-manager'],
    ])
    expect(await read(body)).toEqual({ ok: true, data: { name: 'Amal', roles: ['staff', 'duty-manager'] } })
  })
  it('gives back what was typed when it cannot be taken', async () => {
    expect(await read(new URLSearchParams({ name: '  ' }))).toEqual({
      ok: false,
      errors: { name: 'name.missing' },
      values: { name: '  ' },
    })
  })
  it('holds nothing that a database refuses', async () => {
    expect(await read(new URLSearchParams({ name: 'A\u0000mal \ud83d', 'roles[]': '\u0000' }))).toEqual({
      ok: true,
      data: { name: 'Amal \ufffd', roles: [''] },
    })
  })
  it('has no prototype that a field could stand for', async () => {
    const result = (await read(
      new URLSearchParams([
        ['__proto__[]', 'a'],
        ['name', ''],
      ]),
    )) as { values: object }
    expect(Object.getPrototypeOf(result.values)).toBeNull()
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })
  it('survives a body that is no form', async () => {
    expect(await read('{"name": [', { 'Content-Type': 'multipart/form-data; boundary=x' })).toMatchObject({ ok: false })
    expect(await read(new URLSearchParams({ __proto__: 'x', 'name[]': 'x' }))).toMatchObject({ ok: false })
  })
})

describe('The way back', () => {
  it.each([
    ['/watch?x=1', '/watch?x=1'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/a\nb', '/'],
    ['/a\u007fb', '/'],
    ['/\ud83d', '/\ufffd'],
    [undefined, '/'],
  ])('%s → %s', (value, expected) => expect(safeReturnPath(value, '/')).toBe(expected))
})

describe('A limit', () => {
  it('refuses the fourth of three, and says when to come again', async () => {
    const limits = createLimits()
    const limit = { name: 'sign-in', points: 3, seconds: 60 }
    for (let n = 0; n < 3; n += 1) await limits.spend(limit, 'amal')
    await expect(limits.spend(limit, 'amal')).rejects.toMatchObject({ code: 'too-many' })
    await limits.spend(limit, 'jonas')
    await limits.forgive(limit, 'amal')
    await limits.spend(limit, 'amal')
  })
})
