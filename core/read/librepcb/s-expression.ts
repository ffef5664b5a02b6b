import { err, ok, type Result } from '#core/base/result.ts'

/** A list with its first word as `tag`; texts and lists in order. `line` is where it begins, from 1. */
export interface Node {
  readonly tag: string
  readonly line: number
  readonly items: readonly (string | Node)[]
}

export interface Damage {
  readonly code: 'damaged'
  readonly line: number
  /** What is wrong, as the end of a sentence. */
  readonly message: string
}

/** Deeper than any file of LibrePCB; a deeper one is damage. */
const MOST_DEPTH = 64
/** Lists of one file: a board of a million objects has fewer. */
const MOST_NODES = 4_000_000
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const TOKEN = /\s+|;[^\n]*|[()]|"(?:[^"\\]|\\[^])*"|[^\s()";]+/y

const unquote = (token: string): string =>
  token.startsWith('"') ? token.slice(1, -1).replace(/\\([^])/g, (_, c: string) => ESCAPES[c] ?? c) : token

const linesIn = (text: string): number => {
  let n = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) n++
  return n
}

/**
 * Parses a file of LibrePCB: one list of words, quoted texts and lists.
 * @fails `damaged` for anything else, with the line
 * @source LibrePCB file format (docs of the application, "S-Expressions")
 */
export const parseSExpression = (text: string): Result<Node, Damage> => {
  const stack: { tag: string | null; line: number; items: (string | Node)[] }[] = []
  let root: Node | null = null
  let line = 1
  let nodes = 0
  const damaged = (message: string): Result<Node, Damage> => err({ code: 'damaged', line, message })
  TOKEN.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  while (TOKEN.lastIndex < text.length) {
    const [token] = TOKEN.exec(text) ?? []
    if (token === undefined) return damaged('a text is not closed')
    const top = stack.at(-1)
    if (token === '(') {
      if (root) return damaged('something follows the end of the file')
      if (stack.length >= MOST_DEPTH) return damaged(`more than ${MOST_DEPTH} lists are inside each other`)
      if (++nodes > MOST_NODES) return damaged(`it has more than ${MOST_NODES} lists`)
      stack.push({ tag: null, line, items: [] })
    } else if (token === ')') {
      if (!top) return damaged('a list is closed that was not opened')
      stack.pop()
      const node = { tag: top.tag ?? '', line: top.line, items: top.items }
      const parent = stack.at(-1)
      if (parent) parent.items.push(node)
      else root = node
    } else if (!/^[\s;]/.test(token)) {
      if (!top) return damaged('it does not begin with a list')
      if (top.tag === null && top.items.length === 0) top.tag = unquote(token)
      else top.items.push(unquote(token))
    }
    line += linesIn(token)
  }
  if (stack.length > 0) return damaged(`the list "${stack.at(-1)!.tag ?? ''}" that begins in line ${stack.at(-1)!.line} is not closed`)
  return root ? ok(root) : damaged('it is empty')
}

/** @returns the lists with this tag */
export const children = (node: Node, tag: string): readonly Node[] =>
  node.items.filter((item): item is Node => typeof item !== 'string' && item.tag === tag)

/** @returns the first list with this tag */
export const child = (node: Node, tag: string): Node | null =>
  node.items.find((item): item is Node => typeof item !== 'string' && item.tag === tag) ?? null

/** @returns the n-th word or text of a list that is no list itself, null when there are fewer */
export const word = (node: Node, n = 0): string | null => {
  let left = n
  for (const item of node.items) if (typeof item === 'string' && left-- === 0) return item
  return null
}

/** @returns the first text of the first list with this tag, empty when there is none */
export const textOf = (node: Node, tag: string): string => {
  const found = child(node, tag)
  return (found && word(found)) ?? ''
}
