import type { TimeStyle } from '#platform/i18n/time.ts'
import { Act, Button, ButtonRow } from '#ui/button.tsx'
import { PostForm } from '#ui/post-form.tsx'
import { isRaised, neighbours, REVERTS_AFTER } from '../posture/rules.ts'
import type { PostureLevel } from '../types.ts'
import { readinessWords } from '../words.ts'

interface Props {
  level: PostureLevel
  /** The scene's readiness path. */
  path: string
  style: TimeStyle
  back?: string | undefined
  incidentId?: string | undefined
  /** On the watch board: two side by side, none filled, for *Confirm* and the page of the team are there already. */
  board?: boolean
  /** Something is open although the posture is normal: it can be stood down. */
  canStandDown?: boolean
}

/** One tap up, one tap down, renew, stand down. */
export function PostureButtons(props: Props) {
  const { board = false } = props
  const buttons = moves(props).map(({ action, level, kind, text }) => (
    <PostForm action={`${props.path}/${action}`} hidden={{ back: props.back, incidentId: level && props.incidentId, level }} inline>
      <Button kind={kind} wide={board}>
        {text}
      </Button>
    </PostForm>
  ))
  return board ? <Act pair>{buttons}</Act> : <ButtonRow>{buttons}</ButtonRow>
}

interface Move {
  action: 'posture' | 'posture/renew'
  level: PostureLevel | undefined
  kind: 'hand' | 'plain'
  text: string
}

function moves({ level, style, board = false, canStandDown = false }: Props): Move[] {
  const words = readinessWords(style.locale)
  if (level === 'stand-down') {
    return [
      { action: 'posture', level: 'normal', kind: 'plain', text: words('posture.finish') },
      { action: 'posture', level: 'standby', kind: 'plain', text: words('posture.go-down', { posture: words('posture.standby') }) },
    ]
  }
  const { up, down } = neighbours(level)
  const minutes = REVERTS_AFTER[level]
  const to = (next: PostureLevel, kind: Move['kind'], text: string): Move => ({ action: 'posture', level: next, kind, text })
  const list: Move[] = []
  if (up) list.push(to(up, board ? 'plain' : 'hand', words('posture.go-up', { posture: words(`posture.${up}`) })))
  if (isRaised(level)) {
    const text =
      minutes === null
        ? words('posture.renew-activated')
        : words('posture.renew', { posture: words(`posture.${level}`), minutes })
    list.push({ action: 'posture/renew', level: undefined, kind: 'plain', text })
  }
  if (down) list.push(to(down, 'plain', words('posture.go-down', { posture: words(`posture.${down}`) })))
  if (isRaised(level) || canStandDown) list.push(to('stand-down', 'plain', words('posture.stand-down-do')))
  return list
}
