import { HOLE_NON_PLATED, type Board, type Layer } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { holePlace, type Measures } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'

/** One hole that lost its pad is another fault; a file of blind holes lacks them in many places. */
const LEAST_HOLES = 2
const LEAST_SHARE = 0.1
/** A stated span whose end layers have so few pads at the holes is somebody else's. */
const CONTRADICTED = 0.5
const AT_CENTRE_NM = 50_000

/** `Plated,1,4,PTH` or a span from the name or the job file. */
const isStated = (file: IdentifiedFile): boolean => {
  const values = file.drill?.fileAttributes['.FileFunction'] ?? file.gerber?.fileAttributes['.FileFunction'] ?? []
  return file.span !== null || (/plated/i.test(values[0] ?? '') && values.length >= 3)
}

/** Whether copper of a layer holds the hole's axis or a pad stands around it. */
const hasLand = (board: Board, measures: Measures, layer: Layer, hole: number): boolean => {
  const [x, y] = holePlace(board, hole)
  return layerPads(board, measures, layer).index.near(x * 1e6, y * 1e6, AT_CENTRE_NM).length > 0 || measures.componentAt(layer, [x, y]) >= 0
}

export const drillSpanAmbiguous = defineCheck({
  id: 'drill_span_ambiguous',
  title: 'Drill layer span not stated',
  category: 'file_package',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill', 'copper'],
  limits: { files: none('Each drill file states the layers that it connects') },
  why: 'Drilled through instead of blind, or the other way round, the holes cut tracks or leave nets open.',
  fix: 'Name blind and buried drill files with their layer pair and state the span by attribute.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (.FileFunction Plated,i,j)',
  messages: {
    unstated: '{count} of {all} holes have no pad on both outer layers, and nothing states which layers they connect',
    contradicted: 'said to connect layers {from} to {to}, but only {count} of {all} holes have copper on both',
  },
  run(board, measures, report) {
    const copper = measures.copper.filter((layer) => layer.order !== null)
    if (copper.length <= 2) return
    const byOrder = new Map(copper.map((layer) => [layer.order!, layer]))
    const ends = [copper[0]!, copper.at(-1)!] as const
    board.files.forEach((file, index) => {
      if (file.role !== 'drill' || file.plating === 'non-plated') return
      const { holes } = board
      const rows = Array.from({ length: holes.count }, (_, h) => h).filter(
        (h) => holes.file[h] === index && holes.plating[h] !== HOLE_NON_PLATED,
      )
      if (rows.length === 0) return
      const stated = isStated(file)
      const [from, to] = stated && file.span ? file.span : [ends[0].order!, ends[1].order!]
      const [first, last] = [byOrder.get(from), byOrder.get(to)]
      // Planes drawn as negatives show gaps, not pads; a missing layer is another check.
      if (!first || !last || first.negative || last.negative) return
      const landed = rows.filter((h) => hasLand(board, measures, first, h) && hasLand(board, measures, last, h))
      const without = rows.length - landed.length
      const isBad = stated
        ? file.span !== null && landed.length < CONTRADICTED * rows.length
        : without >= LEAST_HOLES && without >= LEAST_SHARE * rows.length
      if (!isBad) return
      report({
        message: stated ? 'contradicted' : 'unstated',
        limit: 'files',
        value: stated ? landed.length : without,
        at: null,
        always: true,
        layers: [first.id, last.id],
        files: [{ path: file.path, line: 0 }],
        values: { count: String(stated ? landed.length : without), all: String(rows.length), from: String(from), to: String(to) },
      })
    })
  },
})
