import { classes, type Content } from './content.ts'

export type FooterProps = {
  links: readonly { href: string; text: Content; lang?: string }[]
  /** "… runs this service on its own computers. No other company sees what you read here." */
  text: Content
  staff?: boolean
  /** Theme switch, language form. */
  children?: Content
}

/** Help, accessibility, privacy; who runs this. */
export function Footer({ links, text, staff, children }: FooterProps) {
  return (
    <footer class={classes('sv-footer', staff && 'sv-footer--staff')}>
      <div class="sv-width">
        <div class="sv-footer__about">
          <ul>
            {links.map((link) => (
              <li>
                <a href={link.href} lang={link.lang} hreflang={link.lang}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
          <p>{text}</p>
        </div>
        {children && <div class="sv-footer__choices">{children}</div>}
      </div>
    </footer>
  )
}

/** Light, dark, or as the device says. Posts `theme`; the server keeps it in a cookie of that name and answers 303. */
export function ThemeSwitch(props: {
  action: string
  legend: Content
  /** What is in force. */
  value: 'light' | 'dark' | 'system'
  words: { light: Content; dark: Content; system: Content }
  /** Path to come back to. */
  back?: string
}) {
  return (
    <theme-switch>
      <form class="sv-theme" method="post" action={props.action}>
        {props.back && <input type="hidden" name="back" value={props.back} />}
        <fieldset>
          <legend>{props.legend}</legend>
          {(['light', 'dark', 'system'] as const).map((theme) => (
            <button type="submit" name="theme" value={theme} aria-pressed={props.value === theme ? 'true' : 'false'}>
              {props.words[theme]}
            </button>
          ))}
        </fieldset>
      </form>
    </theme-switch>
  )
}
