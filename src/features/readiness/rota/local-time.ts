/** `2026-11-21T20:00` as the clocks of a zone show it, as a moment. In the hour that a zone skips, the clock's later reading. */
export function fromLocalTime(text: string, zone: string): Date {
  const asUtc = new Date(`${text.slice(0, 16)}Z`)
  const first = new Date(asUtc.getTime() - offsetMs(asUtc, zone))
  // The offset at the guess may lie across a change of the clocks: look again from there.
  return new Date(asUtc.getTime() - offsetMs(first, zone))
}

function offsetMs(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
  return shown - Math.floor(at.getTime() / 60_000) * 60_000
}
