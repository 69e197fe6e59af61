/** Says what time it is. Passed as an argument everywhere, so that tests bring their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
