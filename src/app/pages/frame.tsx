import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Actor } from '#platform/actor.ts'
import { LOCALE_NAMES, type Locale } from '#platform/i18n/index.ts'
import type { Organisation } from '#platform/organisation.ts'
import type { NavigationItem } from '#platform/room.ts'
import type { PageOptions } from '#platform/web/context.ts'
import { DrillBand } from '#ui/drill-band.tsx'
import { Footer, ThemeSwitch } from '#ui/footer.tsx'
import { Header, SkipLink } from '#ui/header.tsx'
import { Icons } from '#ui/icon.tsx'
import { appWords } from '../words.ts'

export interface FrameProps {
  page: PageOptions
  locale: Locale
  organisation: Organisation
  actor: Actor | undefined
  theme: 'light' | 'dark' | 'system'
  navigation: NavigationItem[]
  /** The posture while it is raised, for those who may see it. */
  strip?: { href: string; text: string; raised: boolean } | undefined
  /** The path of the page, for the current entry and for coming back. */
  path: string
  assets: { style: string | undefined; scripts: string[] }
}

const BODY_CLASS: Record<PageOptions['frame'], string> = {
  public: '',
  staff: 'is-staff',
  board: 'is-staff is-board',
  bare: 'is-page',
}

/** A whole document around a page. */
export function drawDocument(props: FrameProps, content: Child) {
  const { page, locale, organisation, theme, assets } = props
  const words = appWords(locale)
  const forced = page.frame === 'board' && theme === 'system' ? 'dark' : theme
  const bodyClass = [BODY_CLASS[page.frame], page.drill && 'is-drill'].filter(Boolean).join(' ')
  return html`<!doctype html>${(
      <html lang={locale} dir={words.dir} data-theme={forced === 'system' ? undefined : forced}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${page.title}, ${organisation.name}`}</title>
          {assets.style && <link rel="stylesheet" href={assets.style} />}
          {assets.scripts.map((script) => (
            <script type="module" src={script}></script>
          ))}
        </head>
        <body class={bodyClass || undefined}>
          <Icons />
          <SkipLink text={words('frame.skip')} />
          {page.drill && (
            <DrillBand label={words('frame.drill-label')} word={words('frame.drill-word')} text={page.drill.label} />
          )}
          <Body {...props}>{content}</Body>
        </body>
      </html>
    )}`
}

function Body(props: FrameProps & { children?: Child }) {
  const { page, children } = props
  if (page.frame === 'board') return <>{children}</>
  if (page.frame === 'bare') return <>{children}</>
  const width = page.narrow ? 'sv-narrow' : page.frame === 'staff' ? 'rd' : 'sv-width'
  return (
    <>
      <FrameHeader {...props} />
      <main id="main" class={width} tabindex={-1}>
        {children}
      </main>
      <FrameFooter {...props} />
    </>
  )
}

function FrameHeader({ page, locale, organisation, actor, navigation, strip, path }: FrameProps) {
  const words = appWords(locale)
  return (
    <Header
      staff={page.frame === 'staff'}
      brand={
        page.frame === 'staff'
          ? { href: '/', name: 'Salve', line: organisation.name }
          : { href: '/', name: organisation.name }
      }
      nav={{
        label: words('frame.nav'),
        items: navigation.map(({ href, label, waiting }) => ({
          href,
          text: waiting ? `${label} (${waiting})` : label,
          current: path === href || path.startsWith(`${href}/`),
        })),
      }}
      {...(strip && { strip })}
      {...(actor
        ? { person: { name: actor.name, href: '/me', signOut: { action: '/sign-out', text: words('frame.sign-out') } } }
        : { signIn: { href: `/sign-in?to=${encodeURIComponent(path)}`, text: words('frame.sign-in') } })}
      {...(page.frame === 'public' && {
        aid: {
          lead: words('frame.emergency-lead'),
          text: words('frame.emergency-call', { number: organisation.emergencyNumber }),
          href: `tel:${organisation.emergencyNumber}`,
        },
      })}
    />
  )
}

function FrameFooter({ page, locale, organisation, theme, path }: FrameProps) {
  const words = appWords(locale)
  return (
    <Footer
      staff={page.frame === 'staff'}
      links={[{ href: '/accessibility', text: words('frame.accessibility') }]}
      text={words('frame.about', { organisation: organisation.name })}
    >
      <form class="sv-theme" method="post" action="/language">
        <input type="hidden" name="back" value={path} />
        <fieldset>
          <legend>{words('frame.language')}</legend>
          {organisation.languages.map((language) => (
            <button
              type="submit"
              name="lang"
              value={language}
              lang={language}
              aria-pressed={language === locale ? 'true' : 'false'}
            >
              {LOCALE_NAMES[language]}
            </button>
          ))}
        </fieldset>
      </form>
      <ThemeSwitch
        action="/theme"
        legend={words('frame.theme')}
        value={theme}
        back={path}
        words={{
          light: words('frame.theme-light'),
          dark: words('frame.theme-dark'),
          system: words('frame.theme-system'),
        }}
      />
    </Footer>
  )
}
