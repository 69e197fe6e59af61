import { spawn } from 'node:child_process'
import { open, type FileHandle } from 'node:fs/promises'
import { codeOf, Failure } from '../failure.ts'

export interface Lock {
  /** Notes who holds it, for the message that another process prints. */
  note(text: string): Promise<void>
  release(): Promise<void>
}

export interface LockWanted {
  shared?: boolean
  /** Seconds to wait for the other to let go; 0 (the default) asks once. */
  wait?: number
}

/**
 * Takes an advisory lock on a file, or resolves to undefined when somebody else holds it. The kernel keeps it on our open file and drops
 * it however this process ends, so nothing can be left behind and no process id is ever mistaken for another.
 * Node has no flock(): the program `flock` (else Perl) locks the descriptor that it inherits from us, and the lock stays with it.
 */
export async function takeLock(path: string, { shared = false, wait = 0 }: LockWanted = {}): Promise<Lock | undefined> {
  const file = await open(path, 'a+', 0o600)
  try {
    if (!(await lockDescriptor(file, shared, wait))) {
      await file.close()
      return undefined
    }
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    async note(text) {
      await file.truncate(0)
      await file.write(text, 0)
    },
    release: () => file.close(),
  }
}

async function lockDescriptor(file: FileHandle, shared: boolean, wait: number): Promise<boolean> {
  const byFlock = ['flock', shared ? '-s' : '-x', ...(wait > 0 ? ['-w', String(wait)] : ['-n']), '3']
  const byPerl = ['perl', '-e', PERL, shared ? '1' : '2', String(wait)]
  for (const [program, ...args] of [byFlock, byPerl]) {
    const code = await run(program as string, args, file.fd)
    if (code === 0) return true
    if (code === 1) return false
    if (code !== undefined)
      throw new Failure(
        `The lock on the data directory cannot be taken (${program} ended with ${code}): its file system must support flock().`,
      )
  }
  throw new Failure(
    'Salve needs the program flock to guard its data directory: install it (Debian, Ubuntu: util-linux), or set DATABASE_URL.',
  )
}

// Modes as in flock(2): 1 shared, 2 exclusive, 4 without waiting.
const PERL =
  'open(F,">&=3")||exit 3;$e=time+$ARGV[1];until(flock(F,$ARGV[0]|4)){exit 1 if time>=$e;select(undef,undef,undef,.1)}exit 0'

/** Resolves to the exit code, or undefined when there is no such program. */
function run(program: string, args: string[], descriptor: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', descriptor] })
    child.on('error', (error) => (codeOf(error) === 'ENOENT' ? resolve(undefined) : reject(error)))
    child.on('exit', (code) => resolve(code ?? 2))
  })
}
