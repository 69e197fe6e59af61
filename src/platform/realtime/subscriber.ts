export interface Subscriber {
  close(): void
}

/** Adds a hearer to a channel's set; closing takes it out again. */
export function createSubscriber(
  subscribers: Map<string, Set<(version: number) => void>>,
  channel: string,
  onVersion: (version: number) => void,
): Subscriber {
  const hearers = subscribers.get(channel) ?? new Set()
  subscribers.set(channel, hearers)
  hearers.add(onVersion)
  return {
    close() {
      hearers.delete(onVersion)
      // Closed a second time, later hearers have a set of their own: it must stay.
      if (hearers.size === 0 && subscribers.get(channel) === hearers) subscribers.delete(channel)
    },
  }
}
