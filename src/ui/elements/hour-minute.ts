/** "14:41", as the page's language writes it. */
export function hourMinute(moment: Date): string {
  return moment.toLocaleTimeString(document.documentElement.lang || [], { hour: '2-digit', minute: '2-digit' })
}
