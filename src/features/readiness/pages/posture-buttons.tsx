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
  const buttons = moves(props).map(({ action, level, kind, text, short, icon }) => (
    <PostForm
      action={`${props.path}/${action}`}
      hidden={{ back: props.back, incidentId: level && props.incidentId, level }}
      inline
    >
      {board ? (
        <Button kind="plain" wide {...(text.includes(short) && { label: text })} {...(icon && { icon })}>
          {short}
        </Button>
      ) : (
        <Button kind={kind}>{text}</Button>
      )}
    </PostForm>
  ))
  return board ? <Act pair>{buttons}</Act> : <ButtonRow>{buttons}</ButtonRow>
}

interface Move {
  action: 'posture' | 'posture/renew'
  level: PostureLevel | undefined
  kind: 'hand' | 'plain'
  text: string
  /** On the wall, where `text` is the name that is read out. */
  short: string
  icon?: 'up' | 'down'
}

function moves({ level, style, canStandDown = false }: Props): Move[] {
  const words = readinessWords(style.locale)
  const { up, down } = neighbours(level)
  const list: Move[] = []
  const go = (to: PostureLevel, text: string, rest: Partial<Move> = {}) =>
    list.push({ action: 'posture', level: to, kind: 'plain', text, short: words(`posture.${to}`), ...rest })

  if (level === 'stand-down') {
    go('normal', words('posture.finish'), { icon: 'down' })
    go('standby', words('posture.go-up', { posture: words('posture.standby') }), { icon: 'up' })
    return list
  }
  if (up) go(up, words('posture.go-up', { posture: words(`posture.${up}`) }), { kind: 'hand', icon: 'up' })
  if (isRaised(level)) {
    const minutes = REVERTS_AFTER[level]
    const [text, short] =
      minutes === null
        ? [words('posture.renew-activated'), words('posture.renew-activated')]
        : [
            words('posture.renew', { posture: words(`posture.${level}`), minutes }),
            words('posture.renew-short', { minutes }),
          ]
    list.push({ action: 'posture/renew', level: undefined, kind: 'plain', text, short })
  }
  if (down) go(down, words('posture.go-down', { posture: words(`posture.${down}`) }), { icon: 'down' })
  if (isRaised(level) || canStandDown)
    go('stand-down', words('posture.stand-down-do'), { short: words('posture.stand-down-do') })
  return list
}
