import { clockTime, type TimeStyle } from '#platform/i18n/time.ts'
import { sayMoment } from '../pages/moment.ts'
import { readinessWords } from '../words.ts'
import type { BesideData } from './beside-data.ts'

/** Who set the posture, and when it reverts by itself. */
export function BoardPostureUntil({ data, style }: { data: BesideData; style: TimeStyle }) {
  const words = readinessWords(style.locale)
  const { level, setAt, until, askAt } = data.posture
  if (level === 'normal') {
    const returned =
      setAt && !data.setByName
        ? words('posture.returned', { time: sayMoment(setAt, data.now, style) })
        : words('posture.normal-line')
    return <>{returned}</>
  }
  return (
    <>
      {setAt &&
        words('posture.set-by', { name: data.setByName ?? words('salve'), time: sayMoment(setAt, data.now, style) })}
      <br />
      {until && (
        <>
          <b>{words('posture.returns', { time: clockTime(until, style) })}</b>{' '}
          {level !== 'stand-down' && words('posture.unless')}
        </>
      )}
      {askAt && <b>{words('posture.asks', { time: clockTime(askAt, style) })}</b>}
    </>
  )
}
