import { ErrorSummary } from '#ui/error-summary.tsx'
import { LiveRegion } from '#ui/live.tsx'
import { SHEETS } from '../role-sheets/steps.ts'
import { boardPath } from '../scene.ts'
import { HoldsPanel } from './holds-panel.tsx'
import { LogPanel } from './log-panel.tsx'
import { errorText, say, type Look } from './look.ts'
import { PostureHead } from './posture-head.tsx'
import { SheetsPanel } from './sheets-panel.tsx'
import { TeamAct } from './team-act.tsx'
import { UnitsPanel } from './units-panel.tsx'
import { WhoPanel } from './who-panel.tsx'

/** The readiness of one scene, live where scripts run. */
export function ReadinessPage(look: Look) {
  const { data, problem } = look
  const { words, path } = say(look)
  const errors = Object.entries(problem?.errors ?? {}).map(([field, key]) => ({
    field: `${problem?.form}-${field}`,
    text: errorText(words, key) ?? '',
  }))
  return (
    <>
      <ErrorSummary title={words('problem.title')} errors={errors} />
      <Ways {...look} />
      <LiveRegion id="readiness" src={`${path}/stream?since=${data.version}`} lostText={words('live.lost')}>
        <ReadinessContent {...look} />
      </LiveRegion>
    </>
  )
}

/** Back to the board; and on a phone the way to one's own steps is long: straight to them. Outside the live region, which is the same for all. */
function Ways(look: Look) {
  const { data, readerId } = look
  const { words } = say(look)
  const own = data.sheets.filter((sheet) => sheet.personId !== null && sheet.personId === readerId)
  return (
    <p class="sv-row sv-meta">
      <a href={boardPath(data.scene)}>{words('watch.link')}</a>
      {own.length > 0 && <span>{words('sheets.own')}</span>}
      {own.map((sheet) => (
        <a href={`#step-${sheet.id}-${SHEETS[sheet.role][0]?.key}`}>{words(`role.${sheet.role}`)}</a>
      ))}
    </p>
  )
}

/** What the page and every fragment of its stream draw. */
export function ReadinessContent(look: Look) {
  const { data, style } = look
  return (
    <>
      <PostureHead {...look} />
      <div class="rd-grid">
        <div class="sv-stack">
          <HoldsPanel {...look} />
          <UnitsPanel {...look} />
          <SheetsPanel {...look} />
        </div>
        <div class="sv-stack">
          <WhoPanel {...look}>
            <TeamAct
              exerciseId={data.scene}
              team={data.team}
              teamPage={data.teamPage}
              mayPage={data.may.pageTeam}
              style={style}
              incidentId={data.because?.incidentId}
            />
          </WhoPanel>
          <LogPanel {...look} />
        </div>
      </div>
    </>
  )
}
