import {
  OP_ARC_CCW,
  OP_ARC_CW,
  OP_DRAW,
  OP_FLASH,
  OP_MOVE,
  OP_REGION_END,
  OP_REGION_START,
  OP_SELECT,
  type GerberCommands,
  type ReadAssumptions,
} from '#core/read/gerber/gerber-commands.ts'
import { readGerber } from '#core/read/gerber/read-gerber.ts'

const NAMES: Readonly<Record<number, string>> = {
  [OP_DRAW]: 'draw',
  [OP_MOVE]: 'move',
  [OP_FLASH]: 'flash',
  [OP_ARC_CW]: 'cw',
  [OP_ARC_CCW]: 'ccw',
  [OP_SELECT]: 'select',
  [OP_REGION_START]: 'region',
  [OP_REGION_END]: 'end',
}
const QUADRANTS = ['unset', 'single', 'multi']

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

export const readText = (text: string, assume?: ReadAssumptions): GerberCommands => readGerber(bytesOf(text), assume)

/** @returns coordinate commands as short texts, e.g. `draw 10,20` or `cw 10,20 about 5,0 multi`; statements by kind in brackets */
export const told = (commands: GerberCommands, withStatements = false): readonly string[] => {
  const { count, kind, x, y, arcs, statements } = commands
  const out: string[] = []
  let arc = 0
  for (let k = 0; k < count; k++) {
    const name = NAMES[kind[k]!]
    if (name === undefined) {
      if (withStatements) out.push(`[${statements[x[k]!]!.kind}]`)
    } else if (name === 'select') out.push(`select ${x[k]}`)
    else if (name === 'region' || name === 'end') out.push(name)
    else if (name === 'cw' || name === 'ccw') {
      out.push(`${name} ${x[k]},${y[k]} about ${arcs.i[arc]},${arcs.j[arc]} ${QUADRANTS[arcs.quadrant[arc]!]}`)
      arc++
    } else out.push(`${name} ${x[k]},${y[k]}`)
  }
  return out
}

/** @returns problems as `level code line` */
export const problemsOf = (commands: { readonly problems: GerberCommands['problems'] }): readonly string[] =>
  commands.problems.map(({ level, code, line }) => `${level} ${code} ${line}`)
