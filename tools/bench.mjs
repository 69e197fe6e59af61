// npm run bench: runs bench/*.ts one after the other on Salve's Node. Arguments go to each; a name picks one: `npm run bench -- watch`.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, runNode } from './run.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureSetup, root } from './setup.mjs'

async function main() {
  await ensureSetup({ needsDev: true })
  await ensureBuilt()
  const folder = join(root, 'bench')
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort()
  const [first, ...rest] = process.argv.slice(2)
  const isNamed = first !== undefined && !first.startsWith('-')
  if (isNamed && !names.includes(first)) {
    console.error(`There is no bench "${first}". There are: ${names.join(', ') || 'none yet'}.`)
    return 2
  }
  let worst = 0
  for (const name of isNamed ? [first] : names) {
    const code = await runNode(join('bench', `${name}.ts`), isNamed ? rest : process.argv.slice(2))
    worst = Math.max(worst, code)
  }
  return worst
}

await main().then((code) => (process.exitCode = code), fail)
