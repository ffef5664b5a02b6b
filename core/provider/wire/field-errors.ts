type Loose = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' ') || null
  return isRecord(value) ? textOf(value['message'] ?? value['msg'] ?? value['detail'] ?? value['title'] ?? value['code']) : null
}

/** Where an entry of a list of errors says which field it is about: a name, or a path whose last part is the name. */
const nameOf = (entry: Loose): string | null => {
  const place = entry['field'] ?? entry['name'] ?? entry['property'] ?? entry['loc'] ?? entry['pointer'] ?? entry['path']
  const found = isRecord(entry['source']) ? entry['source']['pointer'] : place
  const last: unknown = Array.isArray(found) ? found.at(-1) : found
  return typeof last === 'string' ? (last.split(/[./]/).at(-1) ?? null) : null
}

const fromMap = (map: Loose): readonly (readonly [string, string])[] =>
  Object.entries(map).flatMap(([name, value]) => {
    const text = textOf(value)
    return text ? [[name, text] as const] : []
  })

const fromList = (list: readonly unknown[]): readonly (readonly [string, string])[] =>
  list.filter(isRecord).flatMap((entry) => {
    const [name, text] = [nameOf(entry), textOf(entry)]
    return name && text ? [[name, text] as const] : []
  })

/** Members of an error body that hold errors by field, in the forms that are common (RFC 9457, JSON:API, and frameworks). */
const MEMBERS = ['errors', 'field_errors', 'fields', 'invalid', 'invalid-params', 'detail', 'details']

/** @returns what a server wrote about single fields of a request, by field; empty where it wrote nothing of the kind */
export const fieldErrors = (body: unknown): Readonly<Record<string, string>> => {
  if (!isRecord(body)) return {}
  const found = MEMBERS.flatMap((member) => {
    const value = body[member]
    return Array.isArray(value) ? fromList(value) : isRecord(value) ? fromMap(value) : []
  })
  // `{ "name": ["is taken"] }`, without a member around it.
  const bare = fromMap(Object.fromEntries(Object.entries(body).filter(([name, v]) => Array.isArray(v) && !MEMBERS.includes(name))))
  return Object.fromEntries([...bare, ...found])
}
