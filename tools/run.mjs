// Runs a program of this package on Salve's Node, with its signals and exit code passed through.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root, salveNode } from './setup.mjs'

/** Resolves to the exit code. `program` is a path from the package's root. */
export function runNode(program, args, { env = {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
    const child = spawn(salveNode(), [join(root, program), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path, ...env }, ...options })
    const pass = (signal) => child.kill(signal)
    process.on('SIGTERM', pass)
    process.on('SIGINT', pass)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', pass)
      resolve(code ?? 1)
    })
  })
}

/** Prints an expected failure as its one line, any other with its stack, and ends with 1. */
export function fail(error) {
  const isExplained = ['SetupError', 'BuildError'].includes(error?.constructor?.name)
  process.stderr.write(`${isExplained ? error.message : (error?.stack ?? error)}\n`)
  process.exitCode = 1
}
