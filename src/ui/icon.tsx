import { classes } from './content.ts'

const shapes = {
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />,
  blind: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="1" />
      <path d="M4.5 19.5l15-15" />
    </>
  ),
  check: <path d="m4.5 12.5 5 5 10-11" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  closed: (
    <>
      <path d="M12 3 21 12 12 21 3 12z" stroke-linejoin="round" />
      <path d="M7.5 12h9" />
    </>
  ),
  confirmed: <path d="M12 3 21 12 12 21 3 12z" fill="currentColor" stroke-linejoin="round" />,
  copy: (
    <>
      <rect x="8.5" y="8.5" width="12" height="12" rx="1.5" />
      <path d="M15.5 8.5v-5h-12v12h5" />
    </>
  ),
  dismissed: (
    <>
      <path d="M12 3 21 12 12 21 3 12z" stroke-linejoin="round" />
      <path d="M5 5l14 14" />
    </>
  ),
  down: <path d="M12 5v14M6 13l6 6 6-6" />,
  download: <path d="M12 3.5v11M7 10l5 5 5-5M4 20.5h16" />,
  edit: <path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.5v.2" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="8" r="4.5" />
      <path d="m11.5 11.5 8 8M16 16l2.5-2.5" />
    </>
  ),
  live: <circle cx="12" cy="12" r="7" fill="currentColor" />,
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="10" rx="1.5" />
      <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" />
    </>
  ),
  mail: (
    <>
      <rect x="3" y="5.5" width="18" height="13" rx="1.5" />
      <path d="m4 7 8 6 8-6" />
    </>
  ),
  mute: <path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9.5l5 5M21 9.5l-5 5" />,
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.5 19.5c.5-3.8 3-5.5 6.5-5.5s6 1.7 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2.1.8 3.2 2.5 3.5 5" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.6-4.3 3.6-6.5 7.5-6.5s6.9 2.2 7.5 6.5" />
    </>
  ),
  phone: (
    <path d="M6 3.5h3.2l1.6 4.4-2.1 1.6a12 12 0 0 0 5.8 5.8l1.6-2.1 4.4 1.6V18a2.5 2.5 0 0 1-2.7 2.5A16 16 0 0 1 3.5 6.2 2.5 2.5 0 0 1 6 3.5z" />
  ),
  pin: (
    <>
      <path d="M12 21.5s7-6.2 7-11.5a7 7 0 0 0-14 0c0 5.3 7 11.5 7 11.5z" />
      <circle cx="12" cy="10" r="2.3" />
    </>
  ),
  play: <path d="M7 4.5v15l12-7.5z" fill="currentColor" stroke-linejoin="round" />,
  plus: <path d="M12 5v14M5 12h14" />,
  print: (
    <>
      <path d="M7 8V3.5h10V8M7 17H3.5V8.5h17V17H17" />
      <path d="M7 14h10v6.5H7z" />
    </>
  ),
  probable: (
    <>
      <path d="M12 3 21 12 12 21 3 12z" stroke-linejoin="round" />
      <path d="M12 3v18l-9-9z" fill="currentColor" stroke="none" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
  shield: (
    <>
      <path d="M12 2.8 4.5 5.6v5.6c0 4.7 3.1 8.3 7.5 10 4.4-1.7 7.5-5.3 7.5-10V5.6z" />
      <path d="m8.5 12 2.5 2.5 4.5-5" />
    </>
  ),
  slow: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 0 0 16z" fill="currentColor" stroke="none" />
    </>
  ),
  sound: <path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11" />,
  suspected: <path d="M12 3 21 12 12 21 3 12z" stroke-linejoin="round" />,
  undo: (
    <>
      <path d="M9 5 4 10l5 5" />
      <path d="M4 10h10a5.5 5.5 0 0 1 0 11h-3" />
    </>
  ),
  up: <path d="M12 19V5M6 11l6-6 6 6" />,
  upload: <path d="M12 15V4M7 8.5l5-5 5 5M4 20.5h16" />,
  warn: (
    <>
      <path d="M12 3.5 22 20.5H2z" stroke-linejoin="round" />
      <path d="M12 10v4.5M12 17.3v.2" />
    </>
  ),
  x: <path d="m6 6 12 12M18 6 6 18" />,
}

export type IconName = keyof typeof shapes

export const iconNames = Object.keys(shapes) as IconName[]

/** The sprite: once a page, early in the body. `only` keeps a small page small. */
export function Icons({ only = iconNames }: { only?: readonly IconName[] }) {
  return (
    <svg class="sv-sprite" aria-hidden="true" focusable="false">
      {only.map((name) => (
        <symbol id={`i-${name}`} viewBox="0 0 24 24">
          {shapes[name]}
        </symbol>
      ))}
    </svg>
  )
}

/** One icon from the sprite. Always decoration: a word stands beside it, or the control has an accessible name. */
export function Icon({ name, lead, big }: { name: IconName; lead?: boolean; big?: boolean }) {
  return (
    <svg
      class={classes('sv-icon', lead && 'sv-icon--lead', big && 'sv-icon--big')}
      aria-hidden="true"
      focusable="false"
    >
      <use href={`#i-${name}`} />
    </svg>
  )
}
