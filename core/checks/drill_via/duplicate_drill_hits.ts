import { defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText, middle } from '#core/checks/measures.ts'

/** Walls that overlap by less than this only touch. */
const OVERLAP_MM = 0.01

export const duplicateDrillHits = defineCheck({
  id: 'duplicate_drill_hits',
  title: 'Duplicate or overlapping drills',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['drill'],
  limits: { pairs: none('A hole is drilled once') },
  why: 'A bit that enters an existing hole is pushed aside and breaks; the wall gets rough and plating fails.',
  fix: 'Remove the repeated hit; export slots as routed slots instead of chains of holes.',
  source: 'IPC-2221B, 9.2',
  messages: {
    repeated: 'drilled twice at the same place',
    overlapping: 'two holes overlap by {depth}',
    chain: 'holes of one tool overlap by {depth}: a slot made of holes',
    conflict: 'a plated and a non-plated hole overlap by {depth}',
  },
  run(board, measures, report) {
    const { holes } = board
    for (const gap of measures.holeGaps(0)) {
      if (gap.value > -OVERLAP_MM) continue
      const { holeA, holeB } = gap
      const sameSpan = holes.from[holeA]! <= holes.to[holeB]! && holes.from[holeB]! <= holes.to[holeA]!
      if (!sameSpan) continue
      const sameEnds = Math.hypot(holes.x0[holeA]! - holes.x0[holeB]!, holes.y0[holeA]! - holes.y0[holeB]!) < 1000
      const sameOthers = Math.hypot(holes.x1[holeA]! - holes.x1[holeB]!, holes.y1[holeA]! - holes.y1[holeB]!) < 1000
      const conflict = holes.plating[holeA] !== holes.plating[holeB]
      const repeated = sameEnds && sameOthers
      const chain = !repeated && !conflict && holes.file[holeA] === holes.file[holeB] && holes.tool[holeA] === holes.tool[holeB]
      report({
        message: conflict ? 'conflict' : repeated ? 'repeated' : chain ? 'chain' : 'overlapping',
        limit: 'pairs',
        value: 1,
        at: repeated ? [(holes.x0[holeA]! + holes.x1[holeA]!) / 2e6, (holes.y0[holeA]! + holes.y1[holeA]!) / 2e6] : middle(gap),
        witness: [gap.a, gap.b],
        always: true,
        ...(chain ? { severity: 'warning' as const } : {}),
        objects: [holeText(board, holeA), holeText(board, holeB)],
        files: [holeSource(board, holeA), holeSource(board, holeB)],
        values: { depth: `${(-gap.value).toFixed(3)} mm` },
      })
    }
  },
})
