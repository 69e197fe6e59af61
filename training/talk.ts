import { readFileSync, readdirSync } from 'node:fs'
import { randomFrom } from './random.ts'

/** A post of our own making: ordinary talk, or somebody's first word of harm. */
export interface MadePost {
  text: string
  lang: string
  /** The kind of harm that it reports, or null for talk. */
  kind: string | null
}

const FOLDER = new URL('talk/', import.meta.url)

/**
 * Makes ordinary posts and first reports of harm from the sentences of `training/talk/`, the same for the same numbers.
 * Each line of talk gives `talk` posts, each line of harm `reports` posts.
 */
export function makeTalk({ talk, reports, seed = 11 }: { talk: number; reports: number; seed?: number }): MadePost[] {
  return readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => {
      const random = randomFrom(seed)
      const { slots, lines } = readGrammar(readFileSync(new URL(file, FOLDER), 'utf8'))
      return lines.flatMap(({ kind, line }) =>
        Array.from({ length: kind === null ? talk : reports }, () => ({
          text: dress(fill(line, slots, random), random),
          lang: file.slice(0, 2),
          kind,
        })),
      )
    })
}

interface Grammar {
  slots: Map<string, string[]>
  lines: { kind: string | null; line: string }[]
}

function readGrammar(text: string): Grammar {
  const slots = new Map<string, string[]>()
  const lines: Grammar['lines'] = []
  let kind: string | null = null
  for (const row of text.split('\n')) {
    if (row === '' || row.startsWith('#')) continue
    const section = /^\[([a-z]+)\]$/.exec(row)
    const slot = lines.length === 0 && !section ? /^(\p{L}+): (.*)$/u.exec(row) : null
    if (section) kind = section[1] === 'talk' ? null : section[1]!
    else if (slot)
      slots.set(
        slot[1]!,
        slot[2]!.split('|').map((choice) => choice.trim()),
      )
    else lines.push({ kind, line: row })
  }
  return { slots, lines }
}

function fill(line: string, slots: Map<string, string[]>, random: () => number): string {
  const filled = line.replace(/\{(\p{L}+)\}/gu, (whole, name: string) => {
    const choices = slots.get(name)
    if (!choices) throw new RangeError(`No such slot in training/talk: ${whole}`)
    return choices[Math.floor(random() * choices.length)]!
  })
  return filled
    .replace(/\s+/g, ' ')
    .replace(/ ([.!,?])/g, '$1')
    .replace(/^[,.\s]+|[,\s]+$/g, '')
}

/** People write as they like: in capitals, with or without full stops, to somebody. */
function dress(text: string, random: () => number): string {
  const first = random()
  const begun = first < 0.4 ? text.charAt(0).toUpperCase() + text.slice(1) : first < 0.44 ? text.toUpperCase() : text
  const last = random()
  if (last < 0.12) return `${begun}!!`
  return last < 0.3 && /\w$/.test(begun) ? `${begun}.` : begun
}
