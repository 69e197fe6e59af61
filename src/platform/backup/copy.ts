import type { Client, Connection, Submittable } from 'pg'

/** What pg calls on the active query while the server speaks of COPY. */
interface CopyQuery extends Submittable {
  handleCopyData?(message: { chunk: Buffer }, connection: Connection): void
  handleCopyInResponse?(connection: Connection): void
  handleCommandComplete(message: { text: string }): void
  handleReadyForQuery(): void
  handleError(error: Error, connection: Connection): void
}

/** The parts of pg's connection that COPY needs and its types leave out. */
interface CopyConnection {
  stream: NodeJS.ReadWriteStream & { writableNeedDrain: boolean }
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

const HIGH_WATER_BYTES = 1_000_000
const rowsOf = (tag: string) => Number(tag.replace('COPY ', ''))

/** Streams `copy … to stdout`; the generator's return value is the number of rows. */
export async function* copyOut(client: Client, statement: string): AsyncGenerator<Buffer, number> {
  const waiting: Buffer[] = []
  let bytes = 0
  let rows = 0
  let isOver = false
  let failure: Error | undefined
  let wake: (() => void) | undefined
  let paused: CopyConnection | undefined
  const query: CopyQuery = {
    submit: (connection) => (connection as unknown as CopyConnection).query(statement),
    handleCopyData({ chunk }, connection) {
      // The parser uses its buffer again.
      waiting.push(Buffer.from(chunk))
      bytes += chunk.length
      if (bytes > HIGH_WATER_BYTES && !paused) {
        paused = connection as unknown as CopyConnection
        paused.stream.pause()
      }
      wake?.()
    },
    handleCommandComplete: ({ text }) => (rows = rowsOf(text)),
    handleReadyForQuery() {
      isOver = true
      wake?.()
    },
    handleError(error) {
      failure = error
      wake?.()
    },
  }
  client.query(query)
  for (;;) {
    if (waiting.length > 0) {
      const part = Buffer.concat(waiting.splice(0))
      bytes = 0
      yield part
    } else if (failure) throw failure
    else if (isOver) return rows
    else {
      paused?.stream.resume()
      paused = undefined
      await new Promise<void>((resolve) => (wake = resolve))
      wake = undefined
    }
  }
}

/** Streams into `copy … from stdin`. Resolves to the number of rows. */
export function copyIn(client: Client, statement: string, content: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let failure: Error | undefined

    async function send(connection: CopyConnection): Promise<void> {
      try {
        for await (const chunk of content) {
          if (failure) return
          connection.sendCopyFromChunk(chunk)
          if (connection.stream.writableNeedDrain)
            await new Promise<void>((drained) => connection.stream.once('drain', () => drained()))
        }
        connection.endCopyFrom()
      } catch (error) {
        failure = error as Error
        connection.sendCopyFail('the source failed')
      }
    }

    const query: CopyQuery = {
      submit: (connection) => (connection as unknown as CopyConnection).query(statement),
      handleCopyInResponse: (connection) => void send(connection as unknown as CopyConnection),
      handleCommandComplete: ({ text }) => (rows = rowsOf(text)),
      handleReadyForQuery: () => resolve(rows),
      handleError(error) {
        failure ??= error
        reject(failure)
      },
    }
    client.query(query)
  })
}
