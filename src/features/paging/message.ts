import type { Locale } from '#platform/i18n/index.ts'
import { clockTime, dateAndTime, type TimeStyle } from '#platform/i18n/time.ts'
import type { MailContent } from '#platform/mail/index.ts'
import type { DeliveryPurpose } from './tables.ts'
import type { CallFacts, CallMessage } from './types.ts'
import { pagingWords, type PagingWords } from './words.ts'

/** The sentence of a call in a language. */
export function sayMessage(message: CallMessage, locale: Locale): string {
  const words = pagingWords(locale)
  switch (message.key) {
    case 'incident-probable':
    case 'incident-confirmed': {
      const { kind, place } = message.values
      const key = `kind.${kind}`
      const named = words(words.has(key) ? key : 'kind.other')
      return capitalised(
        words(`sentence.${message.key}`, { kind: named, place: place || words('place.unknown') }),
        locale,
      )
    }
    default:
      return words(`sentence.${message.key}`, message.values)
  }
}

function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

export type FactLine = { about: 'distance' | 'evidence' | 'sources' | 'asked'; text: string }

/** What stands under the sentence, a line each. Unknown things have no line. */
export function sayFacts(
  { facts, openedBy, openedAt }: { facts: CallFacts; openedBy: string | null; openedAt: Date },
  names: ReadonlyMap<string, { name: string }>,
  style: TimeStyle,
): FactLine[] {
  const words = pagingWords(style.locale)
  const nameOf = (id: string) => names.get(id)?.name ?? words('former-member')
  const lines: FactLine[] = []
  const add = (about: FactLine['about'], text: string) => lines.push({ about, text })

  if (facts.distanceKm !== undefined) {
    const km = new Intl.NumberFormat(style.locale, { maximumFractionDigits: 1 }).format(facts.distanceKm)
    const minutes = facts.travelMinutes
    add(
      'distance',
      minutes === undefined ? words('facts.distance', { km }) : words('facts.distance-and-travel', { km, minutes }),
    )
  }
  if (facts.evidence !== undefined) add('evidence', words('facts.evidence', { count: facts.evidence }))
  const sources = saySources(facts, words)
  const harmed = sayHarmed(facts, words)
  if (sources || harmed) add('sources', [sources, harmed].filter(Boolean).join('. '))
  if (facts.confirmedBy) {
    const { personId, at } = facts.confirmedBy
    add('asked', words('facts.confirmed', { name: nameOf(personId), time: clockTime(new Date(at), style) }))
  }
  const time = clockTime(openedAt, style)
  add(
    'asked',
    openedBy ? words('facts.asked', { name: nameOf(openedBy), time }) : words('facts.asked-by-salve', { time }),
  )
  return lines
}

function saySources({ sources }: CallFacts, words: PagingWords): string | undefined {
  if (!sources) return undefined
  const parts = [
    sources.people > 0 && words('facts.people', { count: sources.people }),
    sources.newsrooms > 0 && words('facts.newsrooms', { count: sources.newsrooms }),
    sources.officials > 0 && words('facts.officials', { count: sources.officials }),
  ].filter((part) => part !== false)
  if (parts.length === 0) return undefined
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(parts)
  return sources.officials > 0 ? list : words('facts.nobody-official', { sources: list })
}

function sayHarmed({ harmed }: CallFacts, words: PagingWords): string | undefined {
  if (!harmed) return undefined
  const { least, most } = harmed
  return most === undefined || most === least
    ? words('facts.harmed', { least })
    : words('facts.harmed-range', { least, most })
}

export interface PageMail {
  message: CallMessage
  facts: FactLine[]
  isDrill: boolean
  isTest: boolean
  purpose: DeliveryPurpose
  attempt: number
  possiblyRepeated: boolean
  organisation: string
  /** The link that answers. */
  url: string
  linkEndsAt: Date
  contactUrl: string
}

/** The message by mail. What it is comes first in the subject: a phone at night shows forty characters. */
export function composeMail(mail: PageMail, style: TimeStyle): MailContent {
  const words = pagingWords(style.locale)
  const sentence = sayMessage(mail.message, style.locale)
  const isOver = mail.purpose === 'stand-down'
  const about = isOver
    ? words('mail.stand-down-subject', { subject: sentence })
    : mail.purpose === 'reminder'
      ? words('mail.reminder-subject', { subject: sentence })
      : sentence
  return {
    locale: style.locale,
    subject: mail.isDrill ? words('mail.drill-subject', { subject: about }) : about,
    ...(mail.isDrill && { band: words('mail.drill-band') }),
    paragraphs: [
      ...(isOver ? [words('mail.stand-down')] : []),
      sentence,
      ...(mail.possiblyRepeated ? [words('mail.repeated')] : []),
      ...(isOver ? [] : mail.facts.map((line) => line.text)),
      ...(mail.purpose === 'reminder' ? [words('mail.reminder', { attempt: mail.attempt })] : []),
      ...(isOver ? [] : [mail.isTest ? words('link.test-explain') : words('mail.how')]),
    ],
    actions: [
      {
        label: words(isOver ? 'mail.stand-down-action' : mail.isTest ? 'mail.action-test' : 'mail.action'),
        url: mail.url,
      },
    ],
    footer: words('mail.footer', {
      organisation: mail.organisation,
      time: dateAndTime(mail.linkEndsAt, style),
      url: mail.contactUrl,
    }),
  }
}
