/** What this tab remembers. Where storage is full or forbidden it forgets, and everything else goes on. */
export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Without a value the key is forgotten. */
export function remember(key: string, value?: string): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, value)
  } catch {
    // Full or forbidden.
  }
}

export function recallKeys(): string[] {
  try {
    return Object.keys(sessionStorage)
  } catch {
    return []
  }
}
