// The old, plain tar format (ustar), written and read as a stream: everybody can look into a backup with `tar tzf`.

const BLOCK = 512
const LONGEST_NAME = 100
const LARGEST_BYTES = 8 ** 11 - 1

export interface Member {
  name: string
  bytes: number
  content: AsyncIterable<Buffer> | Iterable<Buffer>
}

/** The bytes of an archive of these members, in their order. */
export async function* packTar(members: AsyncIterable<Member>): AsyncGenerator<Buffer> {
  for await (const { name, bytes, content } of members) {
    yield header(name, bytes)
    let written = 0
    for await (const chunk of content) {
      written += chunk.length
      yield chunk
    }
    if (written !== bytes) throw new Error(`${name} changed while it was read`)
    yield Buffer.alloc(padding(bytes))
  }
  yield Buffer.alloc(2 * BLOCK)
}

/** The members of an archive, in their order. Content that the caller leaves unread is skipped. Throws when the archive is cut or damaged. */
export async function* unpackTar(source: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const bytes = byteReader(source)
  for (;;) {
    const head = await bytes.take(BLOCK)
    if (head.every((byte) => byte === 0)) return
    const { name, size } = parseHeader(head)
    const content = bytes.stream(size)
    yield { name, bytes: size, content }
    await skip(content)
    await bytes.take(padding(size))
  }
}

async function skip(content: AsyncIterable<Buffer>): Promise<void> {
  const chunks = content[Symbol.asyncIterator]()
  while (!(await chunks.next()).done);
}

function header(name: string, bytes: number): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`${name} is too long a name for an archive`)
  if (bytes > LARGEST_BYTES) throw new Error(`${name} is larger than 8 GB`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  block.write(name, 0, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(bytes, 124, 12)
  octal(0, 136, 12)
  block.write('        ', 148, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function parseHeader(block: Buffer): { name: string; size: number } {
  const text = (at: number, length: number) => block.toString('utf8', at, at + length).split('\0')[0] as string
  const claimed = Number.parseInt(text(148, 8), 8)
  const blank = Buffer.from(block)
  blank.write('        ', 148, 'latin1')
  const size = Number.parseInt(text(124, 12), 8)
  if (claimed !== checksum(blank) || !Number.isSafeInteger(size)) throw new Error('not a tar archive, or a damaged one')
  return { name: text(0, LONGEST_NAME), size }
}

const checksum = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0)
const padding = (bytes: number) => (BLOCK - (bytes % BLOCK)) % BLOCK

function byteReader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  async function more(): Promise<void> {
    const { value, done } = await chunks.next()
    if (done) throw new Error('the archive ends too early')
    rest = value
  }

  async function* stream(bytes: number): AsyncGenerator<Buffer> {
    let left = bytes
    while (left > 0) {
      if (rest.length === 0) await more()
      const part = rest.subarray(0, left)
      rest = rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  return {
    /** Like an ordinary iterator, but leaving a loop over it early does not end it: the rest can still be skipped. */
    stream(bytes: number): AsyncIterable<Buffer> {
      const once = stream(bytes)
      return { [Symbol.asyncIterator]: () => ({ next: () => once.next() }) }
    },
    async take(bytes: number): Promise<Buffer> {
      const parts: Buffer[] = []
      for await (const part of stream(bytes)) parts.push(part)
      return Buffer.concat(parts)
    },
  }
}
