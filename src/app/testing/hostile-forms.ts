/** Whoever can look at pages. */
interface Visitor {
  get(path: string): Promise<Response>
}

/** A form as a page shows it: where it goes, and what a browser would send untouched. */
export interface ShownForm {
  action: string
  fields: [name: string, value: string][]
}

/** The forms of these pages, each once. Forms that end the session or the account are left out. */
export async function listForms(client: Visitor, paths: readonly string[]): Promise<ShownForm[]> {
  const forms = new Map<string, ShownForm>()
  for (const path of paths) {
    const response = await client.get(path)
    const html = response.status === 200 ? await response.text() : ''
    for (const [, attributes = '', content = ''] of html.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)) {
      const action = unescape(attribute(attributes, 'action') ?? path)
      if (!/method="post"/i.test(attributes) || /erase|sign-out|suspend|everywhere|sessions\//.test(action)) continue
      const fields = fieldsOf(content)
      const key = `${action.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')} ${fields.map(([name]) => name).join()}`
      if (!forms.has(key)) forms.set(key, { action, fields })
    }
  }
  return [...forms.values()]
}

function fieldsOf(content: string): [string, string][] {
  const fields = new Map<string, string>()
  for (const [, tag, attributes = '', inner = ''] of content.matchAll(
    /<(input|button|select|textarea)\b([^>]*)>(?:([^]*?)<\/(?:button|select|textarea)>)?/g,
  )) {
    const name = attribute(attributes, 'name')
    if (name === undefined || fields.has(name)) continue
    const option = /<option[^>]*value="([^"]+)"/.exec(inner)?.[1]
    const value = tag === 'select' ? option : tag === 'textarea' ? inner : attribute(attributes, 'value')
    fields.set(name, unescape(value ?? ''))
  }
  return [...fields]
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
