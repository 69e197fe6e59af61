export { createPaging, type Paging } from './paging.ts'
export { pagingMigrations } from './migrations/20261122-200-paging.ts'
export type { CallEscalated, CallExhausted, PageAnswered, PageSent, PagingEvent } from './events.ts'
export type { CallRequest, CallSummary, WaitingPage } from './types.ts'
