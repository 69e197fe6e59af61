import { defineWords } from '#platform/i18n/index.ts'
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

export const appWords = defineWords({ en, es })
export type AppWords = ReturnType<typeof appWords>
