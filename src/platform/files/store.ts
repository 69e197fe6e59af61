import { own, type Tx } from '../database/index.ts'

interface FileTables {
  file: { hash: string; bytes: number; media_type: string; created_at: Date }
  file_use: { hash: string; room: string; subject: string }
}

export async function saveFile(
  tx: Tx,
  file: { hash: string; bytes: number; mediaType: string; createdAt: Date },
): Promise<void> {
  await own<FileTables>(tx)
    .insertInto('file')
    .values({ hash: file.hash, bytes: file.bytes, media_type: file.mediaType, created_at: file.createdAt })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

export async function saveUse(tx: Tx, use: FileTables['file_use']): Promise<void> {
  await own<FileTables>(tx)
    .insertInto('file_use')
    .values(use)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteUses(tx: Tx, { room, subject }: { room: string; subject: string }): Promise<void> {
  await own<FileTables>(tx).deleteFrom('file_use').where('room', '=', room).where('subject', '=', subject).execute()
}

/** Deletes the record of one file that nothing uses and that is older than `before`, and says which. */
export async function deleteUnusedFile(tx: Tx, before: Date): Promise<string | undefined> {
  const row = await own<FileTables>(tx)
    .deleteFrom('file')
    .where(({ eb, selectFrom }) =>
      eb(
        'hash',
        'in',
        selectFrom('file')
          .select('file.hash')
          .where('file.created_at', '<', before)
          .where(({ not, exists, selectFrom: inner }) =>
            not(exists(inner('file_use').select('file_use.room').whereRef('file_use.hash', '=', 'file.hash'))),
          )
          .limit(1),
      ),
    )
    .returning('hash')
    .executeTakeFirst()
  return row?.hash
}
