import type { Board } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES, type OuterSide } from '#core/checks/measuring/exposed.ts'
import { rowOfPads } from '#core/checks/measuring/pad-siblings.ts'
import { padSource, padText, type Pads } from '#core/checks/measuring/pads.ts'
import { isStatedSmd, smdPads, type SmdPads } from '#core/checks/measuring/smd-pads.ts'

/** A part with fewer stated pads may be a test point or a mark. */
const PART_PADS = 2
/** So many parts on a side without any paste were not left bare on purpose. */
const PARTS = 2

const owner = (pads: Pads, row: number): { readonly ref: string; readonly pin: string } | null => {
  const { objects, attributes } = pads.layer.plotted
  const set = attributes[objects.attributes[pads.object[row]!]!]
  return set?.ref ? { ref: set.ref, pin: set.pin ?? '' } : null
}

const isPasted = (smd: SmdPads, row: number): boolean => smd.pasted.has(smd.componentOf.get(row)!)

/** Stated pads by part. */
const partsOf = (smd: SmdPads): ReadonlyMap<string, readonly number[]> => {
  const parts = new Map<string, number[]>()
  for (const row of smd.rows) {
    const part = isStatedSmd(smd.pads, row) ? owner(smd.pads, row) : null
    if (!part) continue
    const list = parts.get(part.ref)
    if (list) list.push(row)
    else parts.set(part.ref, [row])
  }
  return parts
}

/** By attributes: pads of a part whose pin gets no paste at all, while most of the part's pads get it. */
const bareInParts = (smd: SmdPads): readonly number[] =>
  [...partsOf(smd).values()].flatMap((rows) => {
    const pastedPins = new Set(rows.filter((row) => isPasted(smd, row)).map((row) => owner(smd.pads, row)!.pin))
    const bare = rows.filter((row) => !pastedPins.has(owner(smd.pads, row)!.pin))
    return bare.length < rows.length / 2 ? bare : []
  })

/** Without attributes: pads in a row of like pads that all get paste. */
const bareInRows = (smd: SmdPads): readonly number[] => {
  const known = new Set(smd.rows)
  return smd.rows.filter((row) => {
    if (isPasted(smd, row) || isStatedSmd(smd.pads, row)) return false
    const others = rowOfPads(smd.pads, row)
    const bare = others.filter((other) => !known.has(other) || !isPasted(smd, other))
    return others.length > 0 && bare.length === 0
  })
}

/** How many stated pads of real parts a side has. */
const statedPads = (board: Board, measures: Measures, side: OuterSide): number => {
  const smd = smdPads(board, measures, side)
  const parts = smd ? [...partsOf(smd).values()].filter((rows) => rows.length >= PART_PADS) : []
  return parts.length >= PARTS ? parts.reduce((sum, rows) => sum + rows.length, 0) : 0
}

export const missingPaste = defineCheck({
  id: 'missing_paste',
  title: 'Surface-mount pad without paste',
  category: 'solder_paste',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['paste', 'copper', 'mask'],
  limits: { pads: none('Pads of one part are all printed') },
  why: 'A pad without paste is not soldered in the oven; the pin stays open.',
  fix: 'Restore the paste in the footprint.',
  source: 'IPC-7525B, 3.2',
  messages: {
    pad: 'no paste on this pad, though the others of its {group} get it',
    side: 'no paste for the {count} surface-mount pads on the {side}',
  },
  run(board, measures, report) {
    for (const side of OUTER_SIDES) {
      const paste = layerOn(board, 'paste', side)
      const copper = layerOn(board, 'copper', side)
      const stated = statedPads(board, measures, side)
      if (!paste || measures.image(paste).area === 0) {
        if (stated === 0 || !copper) continue
        report({
          message: 'side',
          limit: 'pads',
          value: stated,
          at: null,
          always: true,
          layers: paste ? [paste.id, copper.id] : [copper.id],
          files: [{ path: (paste ?? copper).path, line: 0 }],
          values: { count: String(stated), side },
        })
        continue
      }
      const smd = smdPads(board, measures, side)
      if (!smd) continue
      const bare = [...bareInParts(smd).map((row) => ({ row, group: 'part' })), ...bareInRows(smd).map((row) => ({ row, group: 'row' }))]
      for (const { row, group } of bare)
        report({
          message: 'pad',
          limit: 'pads',
          value: 1,
          at: [smd.pads.x[row]! / 1e6, smd.pads.y[row]! / 1e6],
          always: true,
          layers: [paste.id, smd.pads.layer.id],
          objects: [padText(smd.pads, row)],
          files: [padSource(smd.pads, row)],
          values: { group },
        })
    }
  },
})
