import type { ColumnType, Generated } from 'kysely'
import type {
  Answer,
  AnsweredVia,
  CallFacts,
  CallMessage,
  CallMode,
  CallState,
  CallStep,
  EndReason,
  PageState,
} from './types.ts'

/** jsonb columns are written as JSON text and read as values. */
type Json<T> = ColumnType<T, string, string>

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'kept' | 'failed' | 'unknown' | 'dropped'

/** `stand-down` tells those who are on their way that they need not come. */
export type DeliveryPurpose = 'page' | 'reminder' | 'stand-down'

export interface PagingTables {
  contact_method: {
    id: Generated<string>
    person_id: string
    kind: string
    address: string
    position: number
    created_at: Date
    verified_at: Date | null
  }
  call: {
    id: Generated<string>
    key: string
    subject: string
    exercise_id: string | null
    message: Json<CallMessage>
    facts: Json<CallFacts>
    mode: CallMode
    steps: Json<CallStep[]>
    enough: number | null
    contact_method_id: string | null
    opened_by: string | null
    opened_at: Date
    state: CallState
    step: number
    reminders: Generated<number>
    tick: Generated<number>
    moved_at: Date
    next_at: Date | null
    answered_at: Date | null
    exhausted_at: Date | null
    ended_at: Date | null
    end_reason: EndReason | null
  }
  page: {
    id: Generated<string>
    call_id: string
    person_id: string
    step: number
    state: PageState
    answer: Answer | null
    minutes: number | null
    opened_at: Date
    answered_at: Date | null
    via: AnsweredVia | null
  }
  delivery: {
    id: Generated<string>
    page_id: string
    contact_method_id: string | null
    channel: string
    attempt: number
    tries: Generated<number>
    state: DeliveryState
    purpose: DeliveryPurpose
    possibly_repeated: Generated<boolean>
    message_id: string | null
    queued_at: Date
    due_at: Date
    lease_until: Date | null
    finished_at: Date | null
    error_code: string | null
  }
}
