import type { Board } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { layerPads, padFunction, padSource, padText, type Pads } from '#core/checks/measuring/pads.ts'

const SAME_NM = 50_000
/** An aperture whose pads are drilled this often is a drilled pad's aperture. */
const USUALLY_DRILLED = 0.5
const ENOUGH = 3

/** Apertures by code: how many of their flashes have a hole at the centre. */
const drilledShare = (pads: Pads): ReadonlyMap<number, { readonly pads: number; readonly drilled: number }> => {
  const shares = new Map<number, { pads: number; drilled: number }>()
  for (let i = 0; i < pads.count; i++) {
    const share = shares.get(pads.aperture[i]!.code) ?? { pads: 0, drilled: 0 }
    shares.set(pads.aperture[i]!.code, share)
    share.pads++
    if (pads.hole[i]! >= 0) share.drilled++
  }
  return shares
}

/** A slot or an off-centre hole counts when the pad's centre lies in it. */
const inHole = ({ holes }: Board, x: number, y: number): boolean => {
  for (let h = 0; h < holes.count; h++) {
    const [ax, ay] = [holes.x0[h]!, holes.y0[h]!]
    const [dx, dy] = [holes.x1[h]! - ax, holes.y1[h]! - ay]
    const length2 = dx * dx + dy * dy
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
    if (Math.hypot(x - ax - t * dx, y - ay - t * dy) <= holes.diameter[h]! / 2 + SAME_NM) return true
  }
  return false
}

export const missingDrillForPad = defineCheck({
  id: 'missing_drill_for_pad',
  title: 'Pad without its drill',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { pads: none('Every drilled pad has its hit') },
  why: 'A pad on both sides without its hole means a lost drill hit: the net stays open and the part cannot be fitted.',
  fix: 'Add the missing drill file, or restore the drill in the pad stack.',
  source: 'IPC-2221B, 9.1',
  messages: { missing: 'pads on top and bottom at one place and no hole there' },
  run(board, measures, report) {
    const [top, bottom] = (['top', 'bottom'] as const).map((side) => measures.copper.find((l) => l.side === side && !l.negative))
    if (!top || !bottom) return 'needs copper on both sides'
    const [above, below] = [layerPads(board, measures, top), layerPads(board, measures, bottom)]
    const shares = drilledShare(above)
    for (let i = 0; i < above.count; i++) {
      if (above.hole[i]! >= 0) continue
      const [x, y] = [above.x[i]!, above.y[i]!]
      if (below.index.near(x, y, SAME_NM).length === 0) continue
      const aperture = above.aperture[i]!
      const fn = padFunction(aperture)
      const stated = fn === 'ViaPad' || fn === 'ComponentPad' || fn === 'WasherPad'
      const share = shares.get(aperture.code)!
      const usual = fn === null && share.pads >= ENOUGH && share.drilled / share.pads >= USUALLY_DRILLED
      if ((!stated && !usual) || inHole(board, x, y)) continue
      report({
        message: 'missing',
        limit: 'pads',
        value: 1,
        at: [x / 1e6, y / 1e6],
        always: true,
        layers: [top.id, bottom.id],
        objects: [padText(above, i)],
        files: [padSource(above, i)],
      })
    }
  },
})
