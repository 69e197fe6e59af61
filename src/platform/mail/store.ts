import { own, reading, type Reader, type Tx } from '../database/index.ts'

export interface KeptMail {
  id: number
  at: Date
  to: string
  subject: string
  text: string
  html: string
  reason: string
}

interface MailTables {
  kept_mail: {
    id: import('kysely').Generated<number>
    at: Date
    recipient: string
    subject: string
    text: string
    html: string
    reason: string
  }
}

export async function saveKeptMail(tx: Tx, { to, ...mail }: Omit<KeptMail, 'id'>): Promise<void> {
  await own<MailTables>(tx)
    .insertInto('kept_mail')
    .values({ ...mail, recipient: to })
    .execute()
}

export function listKeptMail(reader: Reader, limit: number): Promise<KeptMail[]> {
  return reading<MailTables>(reader)
    .selectFrom('kept_mail')
    .select(['id', 'at', 'recipient as to', 'subject', 'text', 'html', 'reason'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function deleteKeptMailBefore(tx: Tx, before: Date): Promise<number> {
  const result = await own<MailTables>(tx).deleteFrom('kept_mail').where('at', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function deleteKeptMailTo(tx: Tx, address: string): Promise<void> {
  await own<MailTables>(tx).deleteFrom('kept_mail').where('recipient', '=', address).execute()
}
