import { defineWords, type Words } from '#platform/i18n/index.ts'
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

export const readinessWords = defineWords({ en, es })

export type ReadinessWords = Words<keyof typeof en>
