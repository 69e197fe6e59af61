import type { SheetRole } from '../types.ts'

/** One step of a role sheet. Its words are `step.<role>.<key>` in the catalogue. */
export interface SheetStep {
  key: string
  /** Minutes after the sheet was opened by which it should be done. */
  target: number
}

/**
 * What each role does, in order. Written for Salve, after the idea of job action sheets: the first two hours in detail,
 * then what keeps the hospital going. Targets are goals to see lateness by, not limits of care.
 */
export const SHEETS: Record<SheetRole, readonly SheetStep[]> = {
  'incident-commander': [
    { key: 'take-role', target: 1 },
    { key: 'confirm-event', target: 4 },
    { key: 'set-posture', target: 6 },
    { key: 'elective-starts', target: 8 },
    { key: 'first-briefing', target: 15 },
    { key: 'entrances', target: 20 },
    { key: 'capacity', target: 40 },
    { key: 'relief', target: 120 },
  ],
  'ed-charge-nurse': [
    { key: 'second-triage', target: 5 },
    { key: 'clear-bays', target: 8 },
    { key: 'equipment', target: 10 },
    { key: 'triage-tags', target: 12 },
    { key: 'teams', target: 15 },
    { key: 'walking-wounded', target: 20 },
    { key: 'families', target: 30 },
    { key: 'restock', target: 90 },
  ],
  'or-charge-nurse': [
    { key: 'stop-starts', target: 3 },
    { key: 'count-rooms', target: 6 },
    { key: 'name-teams', target: 10 },
    { key: 'trays', target: 15 },
    { key: 'recovery', target: 20 },
    { key: 'call-staff', target: 30 },
    { key: 'postponed', target: 120 },
  ],
  'trauma-surgeon': [
    { key: 'say-arrival', target: 5 },
    { key: 'triage-lead', target: 10 },
    { key: 'order', target: 15 },
    { key: 'blood', target: 18 },
    { key: 'imaging', target: 20 },
    { key: 'walk', target: 30 },
    { key: 'second-team', target: 120 },
  ],
  'blood-bank': [
    { key: 'count', target: 5 },
    { key: 'emergency-packs', target: 8 },
    { key: 'plasma', target: 15 },
    { key: 'order-more', target: 20 },
    { key: 'runner', target: 25 },
    { key: 'count-again', target: 60 },
  ],
  'public-information-officer': [
    { key: 'take-role', target: 3 },
    { key: 'pause-posts', target: 8 },
    { key: 'first-line', target: 15 },
    { key: 'switchboard', target: 20 },
    { key: 'families-number', target: 30 },
    { key: 'media-place', target: 40 },
    { key: 'next-update', target: 60 },
  ],
}

export function findStep(role: SheetRole, key: string): SheetStep | undefined {
  return SHEETS[role].find((step) => step.key === key)
}
