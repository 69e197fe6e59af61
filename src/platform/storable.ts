/** What a database can keep of a text: without NUL, which PostgreSQL refuses, and without halves of characters. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
