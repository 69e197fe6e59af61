import { classes, type Content } from './content.ts'
import { Icon } from './icon.tsx'

export type NavItem = { href: string; text: Content; current?: boolean }

export type HeaderProps = {
  /** `staff` is lower and full width. */
  staff?: boolean
  /** "Skip to main content": the first thing on the page. The page's `<main>` has `id="main"`. Leave out if drawn before a drill band. */
  skip?: Content
  brand: { href: string; name: Content; line?: Content }
  nav: { label: string; items: readonly NavItem[] }
  /** "Emergency? " and "Call 112", for the public. */
  aid?: { lead?: Content; text: Content; href: string }
  /** The posture, for staff. */
  strip?: { href: string; text: Content; raised?: boolean }
  /** The other languages. */
  languages?: readonly { code: string; name: string; href: string }[]
  /** Whoever is signed in, and the way out. */
  person?: { name: Content; href?: string; signOut: { action: string; text: Content } }
  signIn?: { href: string; text: Content }
}

/** The first link of every page. */
export function SkipLink({ text }: { text: Content }) {
  return (
    <a class="sv-skip" href="#main">
      {text}
    </a>
  )
}

/** Skip link, brand, navigation, language, who is signed in. */
export function Header(props: HeaderProps) {
  return (
    <>
      {props.skip && <SkipLink text={props.skip} />}
      <header class={classes('sv-header', props.staff && 'sv-header--staff')}>
        <div class={classes('sv-header__in', !props.staff && 'sv-width')}>
          <a class="sv-brand" href={props.brand.href}>
            <b>{props.brand.name}</b> {props.brand.line && <span>{props.brand.line}</span>}
          </a>
          {props.nav.items.length > 0 && (
            <nav class="sv-nav" aria-label={props.nav.label}>
              <ul>
                {props.nav.items.map((item) => (
                  <li>
                    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                      {item.text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div class="sv-header__who">
            {props.strip && (
              <a class={classes('sv-strip', props.strip.raised && 'is-raised')} href={props.strip.href}>
                <Icon name={props.strip.raised ? 'slow' : 'live'} /> {props.strip.text}
              </a>
            )}
            {props.languages?.map((language) => (
              <a href={language.href} lang={language.code} hreflang={language.code}>
                {language.name}
              </a>
            ))}
            {props.person && <Person {...props.person} />}
            {props.signIn && <a href={props.signIn.href}>{props.signIn.text}</a>}
            {props.aid && (
              <p class="sv-header__aid">
                {props.aid.lead && <span>{props.aid.lead} </span>}
                <a href={props.aid.href}>{props.aid.text}</a>
              </p>
            )}
          </div>
        </div>
      </header>
    </>
  )
}

function Person({ name, href, signOut }: NonNullable<HeaderProps['person']>) {
  return (
    <>
      {href ? (
        <a class="sv-header__person" href={href}>
          {name}
        </a>
      ) : (
        <span class="sv-header__person">{name}</span>
      )}
      <form method="post" action={signOut.action}>
        <button class="sv-linkish" type="submit">
          {signOut.text}
        </button>
      </form>
    </>
  )
}
