import { clockTime, type TimeStyle } from '#platform/i18n/time.ts'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { readinessWords } from '../words.ts'
import type { LogData } from './load.ts'

/** How many entries the log has and when their seals were checked. */
export function Seal({ log, style }: { log: LogData; style: TimeStyle }) {
  const words = readinessWords(style.locale)
  if (!log.verdict.ok) {
    return (
      <>
        <Icon name="warn" /> {words('log.tampered', { seq: log.verdict.brokenAt ?? 1 })}
      </>
    )
  }
  return (
    <>
      <Icon name="lock" /> {words('log.sealed', { count: log.verdict.entries, time: clockTime(log.checkedAt, style) })}
    </>
  )
}

/** Loud when an entry was changed by other means than Salve; nothing otherwise. */
export function TamperingNotice({ log, style }: { log: LogData; style: TimeStyle }) {
  const words = readinessWords(style.locale)
  if (log.verdict.ok) return null
  const seq = log.verdict.brokenAt ?? 1
  return (
    <Notice kind="alarm" icon="warn" role="alert" title={words('log.tampered', { seq })}>
      <p>{words('log.tampered-text', { seq })}</p>
    </Notice>
  )
}
