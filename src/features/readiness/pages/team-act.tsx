import { clockTime, clockTimeToTheSecond, type TimeStyle } from '#platform/i18n/time.ts'
import { Button } from '#ui/button.tsx'
import { Undo } from '#ui/notice.tsx'
import { PostForm } from '#ui/post-form.tsx'
import type { Scene } from '../scene.ts'
import { readinessPath } from '../scene.ts'
import { TAKE_BACK_SECONDS } from '../team/rules.ts'
import type { TeamPage } from '../types.ts'
import { readinessWords } from '../words.ts'
import type { TeamReach } from './readiness-data.ts'

interface Props {
  exerciseId: Scene
  team: TeamReach
  teamPage: TeamPage | undefined
  mayPage: boolean
  style: TimeStyle
  back?: string | undefined
  incidentId?: string | undefined
}

/** "Page the trauma team": whom it reaches stands under it; for ten seconds it can be taken back. */
export function TeamAct({ exerciseId, team, teamPage, mayPage, style, back, incidentId }: Props) {
  const words = readinessWords(style.locale)
  const path = readinessPath(exerciseId)
  if (teamPage && !teamPage.sentAt) {
    return (
      <div class="act">
        <Undo text={words('team.waiting', { time: clockTimeToTheSecond(teamPage.sendAt, style) })}>
          {mayPage && (
            <PostForm action={`${path}/team/${teamPage.id}/undo`} hidden={{ back }} inline>
              <Button kind="quiet" icon="undo">
                {words('team.take-back')}
              </Button>
            </PostForm>
          )}
        </Undo>
      </div>
    )
  }
  const sent = teamPage?.sentAt && <p>{words('team.sent', { time: clockTime(teamPage.sentAt, style) })}</p>
  if (!mayPage) return sent ? <div class="act">{sent}</div> : null
  if (team.people === 0) {
    return (
      <div class="act">
        {sent}
        <p>
          {words('team.nobody')} <a href="/readiness/rota">{words('rota.link')}</a>
        </p>
      </div>
    )
  }
  return (
    <>
      {sent && <div class="act">{sent}</div>}
      <PostForm action={`${path}/team`} hidden={{ back, incidentId }}>
        <Button kind={sent ? 'plain' : 'hand'} icon="bell" wide id="page-team" consequence={consequence(team, style)}>
          {words(sent ? 'team.again' : 'team.page')}
        </Button>
      </PostForm>
    </>
  )
}

function consequence(team: TeamReach, { locale }: TimeStyle): string {
  const words = readinessWords(locale)
  const { people: count, reachable, unreachable } = team
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(unreachable.map((one) => one.name))
  return [
    unreachable.length > 0 ? words('team.people-reachable', { count, reachable }) : words('team.people', { count }),
    ...(unreachable.length > 0 ? [words('team.unreachable', { names })] : []),
    words('team.seconds', { seconds: TAKE_BACK_SECONDS }),
  ].join(' ')
}
