import { expect, it } from 'vitest'
import { describeConfig, readConfig } from './config.ts'

it.each([
  ['postgres://salve:s3cret@db.example/salve', 'postgres://…@db.example/salve'],
  ['postgres://salve:s3c@ret/x@db.example/salve', 'postgres://…@db.example/salve'],
  ['postgres://db.example/salve?user=salve&password=s3cret', 'postgres://db.example/salve?…'],
])('shows %s without its secret', (url, shown) => {
  const described = describeConfig(
    readConfig({ DATABASE_URL: url, SMTP_URL: 'smtps://salve:s3cret@mail.example', SALVE_METRICS_TOKEN: 's3cret' }),
  )
  expect(described['databaseUrl']).toBe(shown)
  expect(JSON.stringify(described)).not.toMatch(/s3c|ret\//)
})
