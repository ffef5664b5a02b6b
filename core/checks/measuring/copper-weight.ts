import type { Board, Layer } from '#core/board/board.ts'

const UM_PER_MM = 1000

/**
 * The finished copper that the package states for a layer: its entry in the job file's build-up.
 * @returns thickness in µm; null when nothing states it or the build-up has another number of copper layers
 */
export const statedCopperUm = (board: Board, copper: readonly Layer[], layer: Layer): number | null => {
  for (const { job } of board.files) {
    const stated = (job?.stackup ?? []).filter((l) => /^copper$/i.test(l.type))
    if (stated.length === 0 || stated.length !== copper.length) continue
    const thickness = stated[copper.indexOf(layer)]?.thickness ?? null
    if (thickness !== null && thickness > 0) return thickness * UM_PER_MM
  }
  return null
}
