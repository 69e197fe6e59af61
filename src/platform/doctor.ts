/** One thing that `salve doctor` looked at: what it found, and what to do about it. */
export interface Check {
  name: string
  status: 'ok' | 'warn' | 'fail'
  said: string
  todo?: string
}
