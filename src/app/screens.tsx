import { Hono } from 'hono'
import { NotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { Room } from '#platform/room.ts'
import type { AppEnv, Routes } from '#platform/web/context.ts'
import { FurniturePage } from '#ui/furniture.page.tsx'
import { boardScreens } from './board.tsx'
import type { Rooms } from './compose.ts'
import { AccessibilityPage } from './pages/accessibility.page.tsx'
import { HomePage } from './pages/home.page.tsx'
import { appWords } from './words.ts'

/** Screens that show several rooms, and those that belong to none. */
export function screens(platform: Platform, rooms: Rooms, list: Room[]): Routes {
  const { db, config } = platform
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      const actor = c.get('actor')
      const locale = c.get('locale')
      const waiting = actor ? await db.read((reader) => rooms.paging.listWaiting(reader, actor.id)) : []
      return c.render(
        <HomePage
          locale={locale}
          organisation={c.get('organisation')}
          actor={actor}
          entries={list.flatMap((room) => room.navigation(actor, locale))}
          waiting={waiting.length}
        />,
        { title: appWords(locale)('home.title'), frame: 'public' },
      )
    })
    .get('/accessibility', (c) =>
      c.render(<AccessibilityPage locale={c.get('locale')} organisation={c.get('organisation').name} />, {
        title: appWords(c.get('locale'))('accessibility.title'),
        frame: 'public',
        narrow: true,
      }),
    )
    .get('/furniture', (c) => {
      if (!config.isDev) throw new NotFound('Furniture is shown in development')
      return c.html(<FurniturePage />)
    })
    .route('/', list.includes(rooms.watch.room) ? boardScreens(platform, rooms) : new Hono<AppEnv>())
}
