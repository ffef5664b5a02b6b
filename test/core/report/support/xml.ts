/** An element of a parsed document; text between elements is joined. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const decoded = (text: string): string => {
  if (/[<>]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) throw new Error(`not allowed in XML: ${text.slice(0, 60)}`)
  return text.replace(/&([^;\s]*;?)/g, (whole, name: string) => {
    const found = name.endsWith(';') ? ENTITIES[name.slice(0, -1)] : undefined
    if (found === undefined) throw new Error(`unknown entity ${whole}`)
    return found
  })
}

/** Reads a small XML document strictly: one root, closed elements, quoted attributes once each, known entities. */
export const parseXml = (source: string): XmlElement => {
  const body = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  if (body === source) throw new Error('no XML declaration')
  interface Open {
    name: string
    attributes: Record<string, string>
    children: XmlElement[]
    text: string
  }
  const stack: Open[] = [{ name: '', attributes: {}, children: [], text: '' }]
  let at = 0
  const close = (): void => {
    const done = stack.pop()!
    stack.at(-1)!.children.push(done)
  }
  for (const match of body.matchAll(/<(\/?)([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>/g)) {
    stack.at(-1)!.text += decoded(body.slice(at, match.index))
    at = match.index + match[0].length
    const [, closing, name, attributes, empty] = match
    if (closing) {
      if (stack.at(-1)!.name !== name) throw new Error(`</${name}> closes <${stack.at(-1)!.name}>`)
      close()
      continue
    }
    const found: Record<string, string> = {}
    for (const [, key, value] of attributes!.matchAll(/([\w-]+)="([^"]*)"/g)) {
      if (key! in found) throw new Error(`attribute ${key} twice`)
      found[key!] = decoded(value!)
    }
    stack.push({ name: name!, attributes: found, children: [], text: '' })
    if (empty) close()
  }
  stack.at(-1)!.text += decoded(body.slice(at))
  const [root] = stack
  if (stack.length !== 1 || root!.children.length !== 1 || root!.text.trim() !== '') throw new Error('not one closed root element')
  return root!.children[0]!
}
