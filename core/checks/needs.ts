import type { Board } from '#core/board/board.ts'
import type { CheckNeed } from '#core/checks/check.ts'

const NEEDS: Readonly<Record<CheckNeed, { readonly text: string; present(board: Board): boolean }>> = {
  files: { text: 'a file', present: (b) => b.files.length > 0 },
  copper: { text: 'a copper layer', present: (b) => b.layers.some((l) => l.role === 'copper' || l.role === 'plane') },
  mask: { text: 'a solder mask layer', present: (b) => b.layers.some((l) => l.role === 'soldermask') },
  paste: { text: 'a paste layer', present: (b) => b.layers.some((l) => l.role === 'paste') },
  legend: { text: 'a silkscreen layer', present: (b) => b.layers.some((l) => l.role === 'legend') },
  outline: { text: 'a closed board outline', present: (b) => b.outline.outer.length > 0 },
  drill: { text: 'a drill file', present: (b) => b.files.some((f) => f.role === 'drill' || f.role === 'route') },
  netlist: {
    text: 'net names (X2 attributes or an IPC-D-356 netlist)',
    present: (b) => b.files.some((f) => f.format === 'ipc356') || b.layers.some((l) => l.plotted.attributes.some((a) => a.nets !== null)),
  },
  x2: { text: 'X2 attributes', present: (b) => b.files.some((f) => f.gerber !== null && Object.keys(f.gerber.fileAttributes).length > 0) },
}

/** Said where nothing in the package names nets. */
export const NO_NAMES = `needs ${NEEDS.netlist.text}`

/** @returns what a check lacks, as a sentence ("needs a drill file"), or null when nothing is missing */
export const missingNeed = (needs: readonly CheckNeed[], board: Board): string | null => {
  const missing = needs.filter((need) => !NEEDS[need].present(board))
  return missing.length ? `needs ${missing.map((need) => NEEDS[need].text).join(' and ')}` : null
}
