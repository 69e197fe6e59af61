import type { Actor } from '#platform/actor.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { longDate } from '#platform/i18n/time.ts'
import type { Organisation } from '#platform/organisation.ts'
import type { NavigationItem } from '#platform/room.ts'
import { Button, ButtonRow } from '#ui/button.tsx'
import { EmergencyCard } from '#ui/emergency-card.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { appWords, type AppWords } from '../words.ts'

export interface HomePageProps {
  locale: Locale
  organisation: Organisation
  actor: Actor | undefined
  /** The rooms that this person may enter. */
  entries: NavigationItem[]
  /** Pages that wait for this person's answer. */
  waiting: number
}

/** The public's first page. What calls for a hand comes first: a page that waits, then the emergency number, then the ways in. */
export function HomePage({ locale, organisation, actor, entries, waiting }: HomePageProps) {
  const words = appWords(locale)
  return (
    <div class="sv-stack hm-hero">
      {waiting > 0 && (
        <Notice kind="hand" title={words('home.waiting', { count: waiting })} icon="bell" role="status">
          <Button href="/pages" kind="hand">
            {words('home.answer')}
          </Button>
        </Notice>
      )}
      <div class="hm-hero__grid">
        <div>
          <h1>{organisation.name}</h1>
          <p class="sv-lead">{words('home.lead', { organisation: organisation.name })}</p>
          {actor && <Entries entries={entries} />}
        </div>
        <EmergencyCard
          title={words('home.emergency-title', { number: organisation.emergencyNumber })}
          lead={words('home.emergency-text', { number: organisation.emergencyNumber })}
          call={{
            href: `tel:${organisation.emergencyNumber}`,
            text: words('frame.emergency-call', { number: organisation.emergencyNumber }),
          }}
        />
        <div class="hm-hero__rest">
          <CrisisLines locale={locale} organisation={organisation} />
          {!actor && <StaffSignIn words={words} />}
        </div>
      </div>
    </div>
  )
}

function StaffSignIn({ words }: { words: AppWords }) {
  return (
    <section aria-labelledby="staff">
      <h2 id="staff">{words('home.staff-title')}</h2>
      <p>{words('home.staff-text')}</p>
      <ButtonRow>
        <Button href="/sign-in" kind="main">
          {words('frame.sign-in')}
        </Button>
      </ButtonRow>
    </section>
  )
}

function Entries({ entries }: { entries: NavigationItem[] }) {
  return (
    <ul class="sv-list">
      {entries.map((entry) => (
        <li>
          <a class="sv-link" href={entry.href}>
            {entry.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function CrisisLines({ locale, organisation }: { locale: Locale; organisation: Organisation }) {
  const words = appWords(locale)
  if (organisation.crisisLines.length === 0) return null
  return (
    <section aria-labelledby="crisis" class="sv-stack-s">
      <h2 id="crisis">{words('home.crisis-title')}</h2>
      <p>{words('home.crisis-text')}</p>
      <ul class="sv-list">
        {organisation.crisisLines.map((line) => (
          <li>
            <b>{line.name}</b>
            <Contact contact={line.contact} />
            <p class="sv-meta">
              {line.hours}. {words('home.crisis-checked', { date: checkedOn(line.checkedOn, locale) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A telephone number is one tap away; an address stays text. */
function Contact({ contact }: { contact: string }) {
  const isNumber = /^\+?[\d\s()-]{3,}$/.test(contact)
  if (!isNumber) return <p>{contact}</p>
  return (
    <p>
      <a class="hm-line" href={`tel:${contact.replaceAll(/[^+\d]/g, '')}`}>
        <Icon name="phone" /> {contact}
      </a>
    </p>
  )
}

function checkedOn(date: string, locale: Locale): string {
  return longDate(new Date(`${date}T12:00:00Z`), { locale, zone: 'UTC' })
}
