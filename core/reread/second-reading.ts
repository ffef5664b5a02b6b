import { parse } from '@tracespace/parser'
import { plot } from '@tracespace/plotter'
import { OBJECT_ARC, OBJECT_DRAW, type GerberLayer } from '#core/interpret/plotted-layer.ts'
import { decodeText } from '#core/read/text/decode-text.ts'
import type { OtherReading } from '#core/reread/other-reading.ts'
import { plotTree, type SecondTree } from '#core/reread/plot-tree.ts'

/**
 * Commands that the second reader leaves out or draws otherwise (tracespace 5.0.0-alpha.0): polarity, transforms, copies, blocks,
 * macros, image parameters, attributes in comments. Nothing to compare in files that use them.
 */
const BEYOND_IT = /%(?:LPC|LM[XY]|LR|LS|SR|AB|AM|AS|IP|IR|IJ|IO|KO|MI|OF|SF|RO)|#@!/
/** Ways of writing that it does not read. */
const CODES_BEYOND_IT: ReadonlySet<string> = new Set([
  'incremental',
  'g91',
  'hole-in-aperture',
  'rectangular-hole',
  'hole-in-pen',
  'draw-with-unusual-aperture',
  'draw-with-rectangle',
  'modal-operation',
  'unit-changed',
])

/** Its table of tools outlives a file: a file that uses a tool it doesn't define would be drawn with the one before's. */
const NEEDS_OWN_TOOLS: ReadonlySet<string> = new Set(['undefined-aperture', 'no-aperture', 'aperture-redefined', 'unknown-macro'])

/** @returns whether the file stays inside what the second reader can draw: dark objects, round pens, plain apertures */
export const isWithinReach = (layer: GerberLayer): boolean => {
  const { objects, apertures, prims } = layer.plotted
  if (layer.constructs.some((c) => CODES_BEYOND_IT.has(c.code))) return false
  if (layer.problems.some((p) => NEEDS_OWN_TOOLS.has(p.code))) return false
  if (prims.dark.subarray(0, prims.count).includes(0)) return false
  for (let o = 0; o < objects.count; o++) {
    const isStroke = objects.kind[o] === OBJECT_DRAW || objects.kind[o] === OBJECT_ARC
    if (isStroke && apertures[objects.aperture[o]!]?.shape !== 'circle') return false
  }
  return true
}

/**
 * Reads a file with an independent reader. It is never trusted to be right; where it differs, other CAM tools may differ too.
 * @returns its image; null where it gives up or is known to err, which says nothing about the file
 */
export const secondReading = (bytes: Uint8Array): OtherReading | null => {
  const text = decodeText(bytes)
  if (BEYOND_IT.test(text)) return null
  try {
    // It draws the last path only when it sees the end of the file, which is judged elsewhere.
    const plotted = plotTree(plot(parse(`${text}\nM02*\n`)) as unknown as SecondTree)
    return plotted && { kind: 'second-reader', says: 'read by an independent reader (tracespace)', ...plotted }
  } catch {
    // It refuses much that is sound: its refusal is no evidence.
    return null
  }
}
