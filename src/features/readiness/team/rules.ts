/** Seconds in which the page of the team can be taken back: nothing leaves the house before. */
export const TAKE_BACK_SECONDS = 10
/** Minutes after which those who have not answered are reminded. */
export const REMIND_AFTER = 5
