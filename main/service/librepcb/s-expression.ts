import { err, ok, type Result } from '#core/base/result.ts'

/** A list with its first word as `tag`; texts and lists in order. */
export interface Node {
  readonly tag: string
  readonly items: readonly (string | Node)[]
}

/** Deeper than any file of a library; a deeper one is damage. */
const MOST_DEPTH = 64
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const TOKEN = /\s+|;[^\n]*|[()]|"(?:[^"\\]|\\[^])*"|[^\s()";]+/y

const unquote = (token: string): string =>
  token.startsWith('"') ? token.slice(1, -1).replace(/\\([^])/g, (_, c: string) => ESCAPES[c] ?? c) : token

/** Parses the file of a LibrePCB library element. @fails `damaged` for anything that is not one list */
export const parseSExpression = (text: string): Result<Node, { code: 'damaged' }> => {
  const damaged = err({ code: 'damaged' as const })
  const stack: { tag: string | null; items: (string | Node)[] }[] = []
  let root: Node | null = null
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const [token] = TOKEN.exec(text) ?? []
    if (token === undefined || stack.length > MOST_DEPTH) return damaged
    if (/^[\s;]/.test(token)) continue
    const top = stack.at(-1)
    if (token === '(') {
      if (root) return damaged
      stack.push({ tag: null, items: [] })
    } else if (!top) return damaged
    else if (token === ')') {
      stack.pop()
      const node = { tag: top.tag ?? '', items: top.items }
      const parent = stack.at(-1)
      if (parent) parent.items.push(node)
      else root = node
    } else if (top.tag === null) top.tag = unquote(token)
    else top.items.push(unquote(token))
  }
  return root && stack.length === 0 ? ok(root) : damaged
}

/** @returns the lists with this tag */
export const children = (node: Node, tag: string): readonly Node[] =>
  node.items.filter((item): item is Node => typeof item !== 'string' && item.tag === tag)

/** @returns the first text of the first list with this tag, empty when there is none */
export const textOf = (node: Node, tag: string): string => children(node, tag)[0]?.items.find((item) => typeof item === 'string') ?? ''
