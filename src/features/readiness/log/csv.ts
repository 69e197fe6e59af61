import type { LogLine } from './say.ts'

/** The log as CSV (RFC 4180), the first entry first, times in ISO 8601. Cells that a spreadsheet would calculate are quoted as text. */
export function logCsv(
  lines: readonly LogLine[],
  columns: { no: string; time: string; who: string; what: string },
): string {
  const rows = lines.toReversed().map((line) => [String(line.seq), line.at.toISOString(), line.who, line.what])
  const table = [[columns.no, columns.time, columns.who, columns.what], ...rows]
  return `\u{FEFF}${table.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** What begins a formula, full-width signs too, also behind characters that do not show. */
const CALCULATED = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/

function cell(value: string): string {
  const text = CALCULATED.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
