import type { Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Actor } from '../actor.ts'
import { NotSignedIn } from '../errors.ts'
import type { Locale } from '../i18n/index.ts'
import type { TimeStyle } from '../i18n/time.ts'
import type { Organisation } from '../organisation.ts'

/** What every request carries; set by `app/web.ts` before a room sees it. */
export interface Variables {
  actor: Actor | undefined
  locale: Locale
  organisation: Organisation
  /** One time for the whole request, from the house's clock. */
  now: Date
  requestId: string
}

export type AppEnv = { Variables: Variables }
export type AppContext = Context<AppEnv>
export type Routes = Hono<AppEnv>

/** How the frame around a page is drawn. */
export interface PageOptions {
  /** For the browser's title bar, without the organisation's name. */
  title: string
  /** `public`: for everybody, 19 px. `staff`: 16 px with the rooms' navigation. `board`: the dark wall board, no header. `bare`: only the content, for a page on a phone. */
  frame: 'public' | 'staff' | 'board' | 'bare'
  /** Draws the striped band above everything. */
  drill?: { label: string } | undefined
  /** One narrow column, as for signing in. */
  narrow?: boolean
  /** Scripts of a room's own elements that this page needs, for example `accounts.js`. */
  scripts?: string[]
}

declare module 'hono' {
  interface ContextRenderer {
    (content: Child, page: PageOptions): Response | Promise<Response>
  }
}

/** The person who is signed in; otherwise the sign-in form comes up and leads back here. */
export function signedIn(c: AppContext): Actor {
  const actor = c.get('actor')
  if (!actor) throw new NotSignedIn('Sign in first')
  return actor
}

/** How to draw times for this reader. */
export function timeStyle(c: AppContext): TimeStyle {
  return { locale: c.get('locale'), zone: c.get('organisation').zone }
}
