/** One row of the table: what, ours, the best known before, the goal. */
export interface Row {
  figure: string
  ours: string
  best: string
  goal: string
}

/** Rows as they come, on screen at once and kept for the document. */
export function createReport(print: (line: string) => void) {
  const rows: Row[] = []
  const notes: string[] = []
  return {
    row(figure: string, ours: string, best: string, goal: string): void {
      rows.push({ figure, ours, best, goal })
      print(`${figure}\n    ours ${ours}   ·   best known ${best}   ·   goal ${goal}`)
    },
    /** What a reader of the rows must know, or a detail behind one. */
    note(text: string): void {
      notes.push(text)
      print(`    ${text}`)
    },
    /** For the screen alone: quotes posts, which belong to their authors and into no document of ours. */
    quote(text: string): void {
      print(`    ${text}`)
    },
    markdown(title: string, intro: string[]): string {
      const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
      return [
        `# ${title}`,
        '',
        ...intro,
        '',
        '| figure | ours | best known before | goal |',
        '|---|---|---|---|',
        ...rows.map((row) => `| ${[row.figure, row.ours, row.best, row.goal].map(cell).join(' | ')} |`),
        '',
        '## Notes',
        '',
        ...notes.map((note) => `- ${note}`),
        '',
      ].join('\n')
    },
  }
}

export type Report = ReturnType<typeof createReport>

/** `5:25` or `1:02:03` from milliseconds; a miss is ∞. */
export function clock(ms: number | undefined): string {
  if (ms === undefined || !Number.isFinite(ms)) return '∞'
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const sign = ms < 0 ? '-' : ''
  return hours > 0 ? `${sign}${hours}:${two(minutes)}:${two(seconds % 60)}` : `${sign}${minutes}:${two(seconds % 60)}`
}

/** Minutes with a sign and one digit: `+6.2 min`. */
export function minutes(ms: number): string {
  return Number.isFinite(ms) ? `${ms < 0 ? '' : '+'}${(ms / 60_000).toFixed(1)} min` : '∞'
}

/** How many in how many days, and what that says: none in n days means at most 3/n a day (95 %). */
export function rate(found: number, days: number): string {
  const bound = found === 0 ? `≤ ${(3 / days).toPrecision(2)} a day (95 %)` : `${(found / days).toPrecision(2)} a day`
  return `${found} in ${Math.round(days).toLocaleString('en')} days: ${bound}`
}

/** `.967`, as such figures are usually written. */
export function share(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^0/, '')
}
