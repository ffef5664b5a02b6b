import { HOLE_NON_PLATED, HOLE_PLATED, HOLE_PLATING_UNKNOWN } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'

/** A land of at least this ring on both sides speaks for plating. */
const LAND_MM = 0.05

export const platingAmbiguous = defineCheck({
  id: 'plating_ambiguous',
  title: 'Plated / non-plated status not stated',
  category: 'file_package',
  tier: 1,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill', 'copper'],
  limits: { tools: none('Every tool says whether its holes are plated') },
  why: 'A hole plated by mistake shorts layers or no longer fits its screw; an unplated via is an open circuit.',
  fix: 'Export plated and non-plated holes as two files, or use X2 attributes.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (Plated, NonPlated); XNC Format Specification 2021.11',
  messages: {
    unstated: 'tool T{tool} ({count} holes) does not say whether its holes are plated',
    contradicted: '{count} non-plated holes of tool T{tool} have a land on every outer layer',
  },
  run(board, measures, report) {
    const { holes } = board
    const outer = measures.copper.filter((l) => l.side === 'top' || l.side === 'bottom')
    const landed = outer.map((layer) => {
      const flags = new Uint8Array(holes.count)
      for (const ring of measures.rings(layer)) if (ring.component >= 0 && ring.value >= LAND_MM) flags[ring.hole] = 1
      return flags
    })
    const byTool = new Map<string, { hole: number; unstated: number; contradicted: number; counted: number }>()
    for (let h = 0; h < holes.count; h++) {
      const key = `${holes.file[h]}|${holes.tool[h]}`
      const tool = byTool.get(key) ?? { hole: h, unstated: 0, contradicted: 0, counted: 0 }
      byTool.set(key, tool)
      tool.counted++
      const land = landed.length > 1 && landed.every((flags) => flags[h] === 1)
      const stated = board.files[holes.file[h]!]
      if (holes.plating[h] === HOLE_PLATING_UNKNOWN || (stated?.plating === 'unknown' && holes.plating[h] === HOLE_PLATED && !land))
        tool.unstated++
      // In a file of mixed plating the tool says it.
      const isStated = stated?.plating === 'non-plated' || stated?.drill?.tools.find((t) => t.number === holes.tool[h])?.plated === false
      if (holes.plating[h] === HOLE_NON_PLATED && isStated && land) tool.contradicted++
    }
    for (const tool of byTool.values()) {
      const base = {
        limit: 'tools',
        value: 1,
        at: null,
        always: true,
        files: [holeSource(board, tool.hole)],
        objects: [holeText(board, tool.hole)],
      } as const
      const name = String(holes.tool[tool.hole])
      if (tool.unstated) report({ ...base, message: 'unstated', severity: 'info', values: { tool: name, count: String(tool.unstated) } })
      if (tool.contradicted) report({ ...base, message: 'contradicted', values: { tool: name, count: String(tool.contradicted) } })
    }
  },
})
