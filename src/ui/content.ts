import type { Child } from 'hono/jsx'

/** What a person reads: translated text, numbers or elements. Strings are escaped when drawn. */
export type Content = Child

/** Joins class names; whatever is false or absent is left out. */
export function classes(...names: (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
