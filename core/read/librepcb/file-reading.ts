import type { Point } from '#core/base/box.ts'
import type { ProblemLog } from '#core/base/problem.ts'
import type { Vertex } from '#core/builder/description.ts'
import { child, children, word, type Node } from './s-expression.ts'

/** Farther out than any board, mm: a larger number is damage. */
const FARTHEST_MM = 10_000
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** Reads values out of lists of one file; what is missing or no value is a problem with its line, and null. */
export class FileReading {
  readonly log: ProblemLog

  constructor(log: ProblemLog) {
    this.log = log
  }

  bad(node: Node, what: string): null {
    this.log.add('error', 'librepcb-value', node.line, `${what} in "${node.tag}" cannot be read; what it belongs to is left out.`)
    return null
  }

  /** A number such as a length in mm or an angle in degrees. */
  number(node: Node, tag: string, n = 0): number | null {
    const found = child(node, tag)
    const text = found && word(found, n)
    if (text === null || !NUMBER.test(text) || Math.abs(Number(text)) > FARTHEST_MM) return this.bad(found ?? node, `"${tag}"`)
    return Number(text)
  }

  /** As `number`, and not negative. */
  size(node: Node, tag: string, n = 0): number | null {
    const value = this.number(node, tag, n)
    return value !== null && value < 0 ? this.bad(node, `"${tag}"`) : value
  }

  /** As `size`, and `otherwise` where the file does not have it. */
  sizeOr(node: Node, tag: string, otherwise: number): number {
    return child(node, tag) ? (this.size(node, tag) ?? otherwise) : otherwise
  }

  point(node: Node, tag = 'position'): Point | null {
    const x = this.number(node, tag, 0)
    const y = this.number(node, tag, 1)
    return x === null || y === null ? null : [x, y]
  }

  flag(node: Node, tag: string, otherwise = false): boolean {
    const found = child(node, tag)
    return found ? word(found) === 'true' : otherwise
  }

  /**
   * @returns the vertices of a path; the bulge is that of the edge that leaves the vertex. Null when one cannot be read
   */
  path(node: Node): readonly Vertex[] | null {
    const vertices: Vertex[] = []
    for (const each of children(node, 'vertex')) {
      const at = this.point(each)
      const angle = this.number(each, 'angle')
      if (!at || angle === null) return null
      // An angle of a full turn has no arc.
      if (Math.abs(angle) >= 360) return this.bad(each, 'an angle of a full turn')
      const bulge = Math.tan((angle * Math.PI) / 720)
      vertices.push(angle === 0 ? [at[0], at[1]] : [at[0], at[1], bulge])
    }
    return vertices
  }
}

/** @returns the UUID of a list: its first word */
export const uuidOf = (node: Node): string => word(node) ?? ''

/** @returns the UUID that a list refers to under this tag; null for `none` and where there is no such list */
export const referenceOf = (node: Node, tag: string): string | null => {
  const found = child(node, tag)
  const text = found && word(found)
  return text === null || text === 'none' || text === '' ? null : text
}
