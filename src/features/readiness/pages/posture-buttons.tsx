import type { TimeStyle } from '#platform/i18n/time.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
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
  /** On the readiness page the way up calls people: it is the one filled button. */
  main?: boolean
  /** Something is open although the posture is normal: it can be stood down. */
  canStandDown?: boolean
}

/** One tap up, one tap down, renew, stand down. */
export function PostureButtons({ level, path, style, back, incidentId, main = false, canStandDown = false }: Props) {
  const words = readinessWords(style.locale)
  const { up, down } = neighbours(level)
  const renewMinutes = REVERTS_AFTER[level]
  const hidden = { back, incidentId }
  return (
    <ButtonRow>
      {up && (
        <PostForm action={`${path}/posture`} hidden={{ ...hidden, level: up }} inline>
          <Button kind={main ? 'hand' : 'plain'}>{words('posture.go-up', { posture: words(`posture.${up}`) })}</Button>
        </PostForm>
      )}
      {isRaised(level) && (
        <PostForm action={`${path}/posture/renew`} hidden={{ back }} inline>
          <Button kind="plain">
            {renewMinutes === null
              ? words('posture.renew-activated')
              : words('posture.renew', { posture: words(`posture.${level}`), minutes: renewMinutes })}
          </Button>
        </PostForm>
      )}
      {down && level !== 'stand-down' && (
        <PostForm action={`${path}/posture`} hidden={{ ...hidden, level: down }} inline>
          <Button kind="plain">{words('posture.go-down', { posture: words(`posture.${down}`) })}</Button>
        </PostForm>
      )}
      {level === 'stand-down' ? (
        <PostForm action={`${path}/posture`} hidden={{ ...hidden, level: 'normal' }} inline>
          <Button kind="plain">{words('posture.finish')}</Button>
        </PostForm>
      ) : (
        (isRaised(level) || canStandDown) && (
          <PostForm action={`${path}/posture`} hidden={{ ...hidden, level: 'stand-down' }} inline>
            <Button kind="plain">{words('posture.stand-down-do')}</Button>
          </PostForm>
        )
      )}
    </ButtonRow>
  )
}
