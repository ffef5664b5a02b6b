import type { Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import { atLeastMm, defineCheck, none } from '#core/checks/define-check.ts'
import { outlineEdges } from '#core/checks/measuring/outline-edges.ts'
import { noScoring, scoring, type ScoreLine } from '#core/checks/measuring/score-lines.ts'
import { smallestRectangle } from '#core/checks/measuring/smallest-rectangle.ts'
import { mmPoint } from '#core/geometry/measure/places.ts'

/** An end this near to the panel edge reaches it, nm: half a pen. */
const AT_EDGE_NM = 100_000
/** Two ends this near are one corner, nm. */
const CORNER_NM = 50_000
/** Lines that lean less than this run side by side: sine of 0.1 degrees. */
const PARALLEL = Math.sin(Math.PI / 1800)
/** More pairs of lines than this are a hatching: that many are told. */
const MOST_PAIRS = 100
/** Nearer lines are one line drawn twice, nm. */
const TWICE_NM = 20_000

/** Where two parallel lines run beside each other: the middle of the common stretch on both; null where they don't. */
const beside = (a: ScoreLine, b: ScoreLine): readonly [Point, Point] | null => {
  const [ux, uy] = [(a.to[0] - a.from[0]) / a.length, (a.to[1] - a.from[1]) / a.length]
  const [vx, vy] = [(b.to[0] - b.from[0]) / b.length, (b.to[1] - b.from[1]) / b.length]
  if (Math.abs(ux * vy - uy * vx) > PARALLEL) return null
  const along = ([x, y]: Point): number => (x - a.from[0]) * ux + (y - a.from[1]) * uy
  const [s, t] = [along(b.from), along(b.to)]
  const [low, high] = [Math.max(0, Math.min(s, t)), Math.min(a.length, Math.max(s, t))]
  if (high <= low) return null
  const middle = (low + high) / 2
  const on: Point = [a.from[0] + middle * ux, a.from[1] + middle * uy]
  const off =
    (b.from[0] - on[0]) * -uy +
    (b.from[1] - on[1]) * ux +
    ((middle - s) / (t - s)) * ((b.to[0] - b.from[0]) * -uy + (b.to[1] - b.from[1]) * ux)
  return [on, [on[0] - off * uy, on[1] + off * ux]]
}

const near = (p: Point, q: Point): boolean => Math.hypot(p[0] - q[0], p[1] - q[1]) <= CORNER_NM

export const vscoreGeometry = defineCheck({
  id: 'vscore_geometry',
  title: 'V-score line not straight or not through',
  category: 'panel',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['outline'],
  limits: {
    lines: none('A blade scores straight from edge to edge of the panel'),
    pitch: atLeastMm(5, null, 'Eurocircuits panel guide: lines 5 mm apart', ['panel.vLinesPitch']),
    side: atLeastMm(70, null, 'JLCPCB: 70 x 70 mm for V-cut', ['panel.vcutMinBoard.0', 'panel.vcutMin.0']),
    thickness: atLeastMm(0.8, null, 'Seeed: V-cut from 0.8 mm board thickness', ['panel.vcutMinThickness']),
  },
  why: 'The scoring blade runs straight through the whole panel: a line that bends or stops cannot be made as drawn.',
  fix: 'Let every score line run straight from edge to edge, or rout that side instead.',
  source: 'Panel guides of Eurocircuits, JLCPCB and Seeed',
  messages: {
    stops: 'a score line stops {depth} inside the panel',
    bent: 'a score line bends',
    close: '{measured} between two score lines, {limit} wanted',
    small: 'the panel is {measured} on its short side, {limit} needed for scoring',
    thin: 'the board is {measured} thick, {limit} needed for scoring',
  },
  run(board, measures, report, reach) {
    const all = scoring(board, measures)
    const nothing = noScoring(board, all)
    if (nothing) return nothing
    const { lines, curves } = all
    const edges = outlineEdges(board, measures)
    const from = (...some: readonly { readonly layer: ScoreLine['layer']; readonly line: number }[]) => ({
      layers: [...new Set(some.map((s) => s.layer.id))],
      files: some.map((s) => ({ path: s.layer.path, line: s.line })),
    })
    for (const curve of curves) report({ message: 'bent', limit: 'lines', value: 1, at: mmPoint(curve.at[0], curve.at[1]), ...from(curve) })
    let pairs = 0
    lines.forEach((line, k) => {
      for (const end of [line.from, line.to]) {
        const depth = edges.isInside(end) ? edges.distance(end) : 0
        if (depth <= AT_EDGE_NM) continue
        const at = mmPoint(end[0], end[1])
        const other = lines.findIndex((o, j) => j !== k && (near(o.from, end) || near(o.to, end)))
        if (other >= 0) {
          if (other > k) report({ message: 'bent', limit: 'lines', value: 1, at, ...from(line, lines[other]!) })
        } else report({ message: 'stops', limit: 'lines', value: 1, at, ...from(line), values: { depth: `${toMm(depth).toFixed(3)} mm` } })
      }
      for (const other of lines.slice(k + 1)) {
        const places = beside(line, other)
        if (!places) continue
        const [a, b] = places
        const apart = Math.hypot(a[0] - b[0], a[1] - b[1])
        if (apart <= TWICE_NM || toMm(apart) >= reach.pitch || ++pairs > MOST_PAIRS) continue
        report({
          message: 'close',
          limit: 'pitch',
          value: toMm(apart),
          at: mmPoint((a[0] + b[0]) / 2, (a[1] + b[1]) / 2),
          witness: [mmPoint(a[0], a[1]), mmPoint(b[0], b[1])],
          ...from(line, other),
        })
      }
    })
    const { short, centre } = smallestRectangle(board.outline.outer)
    const on = { layers: [...new Set([...lines, ...curves].map((l) => l.layer.id))] }
    if (short < reach.side) report({ message: 'small', limit: 'side', value: short, at: centre, ...on })
    const thick = board.thicknessMm
    if (thick !== null && thick < reach.thickness) report({ message: 'thin', limit: 'thickness', value: thick, at: null, ...on })
  },
})
