import { expect, inject, test } from 'vitest'
import pg from 'pg'
import { copyTemplate } from './template-copy.ts'

test('each test file gets a migrated database of its own', async () => {
  const copy = await copyTemplate(inject('database'))
  const client = new pg.Client({ connectionString: copy.url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as entries from ledger_entry')
  expect(rows).toEqual([{ entries: 0 }])
  await client.end()
  await copy.drop()
})
