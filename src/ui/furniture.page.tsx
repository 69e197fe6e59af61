import { FurnitureBoard } from './furniture/board-parts.tsx'
import { FurnitureForms } from './furniture/forms.tsx'
import { FurnitureSaying } from './furniture/saying.tsx'
import { FurnitureTokens } from './furniture/tokens.tsx'
import { DrillBand } from './drill-band.tsx'
import { Footer, ThemeSwitch } from './footer.tsx'
import { Header } from './header.tsx'
import { Icons } from './icon.tsx'

/** Every piece and token with realistic content, for looking at and for the accessibility check. A whole document. */
export function FurniturePage(props: {
  stylesheet?: string
  script?: string
  theme?: 'light' | 'dark' | 'system'
  staff?: boolean
}) {
  const theme = props.theme ?? 'system'
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Furniture: every token and component</title>
        <link rel="stylesheet" href={props.stylesheet ?? '/assets/salve.css'} />
        <script type="module" src={props.script ?? '/assets/salve.js'}></script>
      </head>
      <body class={props.staff ? 'is-staff' : undefined}>
        <Icons />
        <Header
          staff={props.staff}
          skip="Skip to main content"
          brand={{ href: '/', name: 'Harbourside General', line: 'health library and community' }}
          nav={{
            label: 'Main',
            items: [
              { href: '#colour', text: 'Colour', current: true },
              { href: '#forms', text: 'Forms' },
              { href: '#board', text: 'Board' },
            ],
          }}
          languages={[{ code: 'es', name: 'Español', href: '?lang=es' }]}
          person={
            props.staff ? { name: 'Amal Haddad, duty manager', signOut: { action: '#', text: 'Sign out' } } : undefined
          }
          strip={props.staff ? { href: '#posture', text: 'Standby until 15:36', raised: true } : undefined}
          aid={props.staff ? undefined : { lead: 'Emergency?', text: 'Call 112', href: 'tel:112' }}
        />
        <main id="main" class="sv-width fu">
          <h1>Furniture</h1>
          <p class="sv-lead">
            Every token and component, once. The page follows the theme; the colour table shows both.
          </p>
          <FurnitureTokens />
          <FurnitureForms />
          <FurnitureSaying />
          <FurnitureBoard />
          <section aria-labelledby="drill">
            <h2 id="drill">Drill band</h2>
            <DrillBand
              label="Drill, example"
              word="DRILL"
              text="Exercise “Ferry terminal”. No real event."
              end={<a href="#drill">End the drill</a>}
            />
          </section>
        </main>
        <Footer
          links={[
            { href: '#', text: 'Help' },
            { href: '#', text: 'Accessibility' },
            { href: '#', text: 'Privacy' },
          ]}
          text="Harbourside General runs this service on its own computers. No other company sees what you read here."
        >
          <ThemeSwitch
            action="#"
            legend="Colours"
            value={theme}
            words={{ light: 'Light', dark: 'Dark', system: 'As this device' }}
          />
        </Footer>
      </body>
    </html>
  )
}
