import { atMostMm, defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'

export const unsupportedHoleTypes = defineCheck({
  id: 'unsupported_hole_types',
  title: 'Hole type or size not offered',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill'],
  limits: {
    largest: atMostMm(6.3, null, 'Conservative class 2 default', ['maxDrill']),
    span: none('Blind and buried holes need a service that offers them'),
  },
  why: 'Holes above the largest bit are routed, with other tolerances; blind and buried ones need another process.',
  fix: 'Route oversize holes in the outline layer, or choose a service that offers the hole type.',
  source: 'Fab capability pages',
  messages: {
    large: 'hole {measured}, the largest drill is {limit}; it will be routed',
    span: '{count} holes span copper layers {from} to {to} only: blind or buried',
  },
  run(board, measures, report, reach) {
    const { holes } = board
    const spans = new Map<string, number[]>()
    for (let h = 0; h < holes.count; h++) {
      const value = holes.diameter[h]! / 1e6
      const round = holes.x0[h] === holes.x1[h] && holes.y0[h] === holes.y1[h]
      const place = { at: [holes.x0[h]! / 1e6, holes.y0[h]! / 1e6], objects: [holeText(board, h)], files: [holeSource(board, h)] } as const
      if (round && value > reach.largest) report({ ...place, message: 'large', limit: 'largest', value, cause: `tool ${value}` })
      if (holes.from[h]! > 1 || holes.to[h]! < measures.copper.length) {
        const key = `${holes.from[h]}|${holes.to[h]}`
        spans.set(key, [...(spans.get(key) ?? []), h])
      }
    }
    for (const members of spans.values()) {
      const h = members[0]!
      report({
        message: 'span',
        limit: 'span',
        value: members.length,
        at: [holes.x0[h]! / 1e6, holes.y0[h]! / 1e6],
        always: true,
        severity: 'info',
        files: [holeSource(board, h)],
        values: { count: String(members.length), from: String(holes.from[h]), to: String(holes.to[h]) },
      })
    }
  },
})
