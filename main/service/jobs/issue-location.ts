import type { Finding } from '#core/checks/finding.ts'
import type { BoardShape } from '#core/ipc/board-shapes.ts'

type Layer = BoardShape['layers'][number]

const SIDE = { top: 'F', bottom: 'B' } as const
const KIND: Readonly<Partial<Record<Layer['role'], string>>> = {
  soldermask: 'Mask',
  paste: 'Paste',
  legend: 'SilkS',
  adhesive: 'Adhes',
  courtyard: 'CrtYd',
}

/** @returns the layer's name as the contract's samples write it: F.Cu, In1.Cu, B.Mask, Edge.Cuts; else its own name */
const layerName = ({ role, side, order, name }: Layer): string => {
  if (role === 'outline') return 'Edge.Cuts'
  if (role === 'copper' || role === 'plane') {
    if (side === 'top' || side === 'bottom') return `${SIDE[side]}.Cu`
    return order === null ? name : `In${order - 1}.Cu`
  }
  const kind = KIND[role]
  return kind && (side === 'top' || side === 'bottom') ? `${SIDE[side]}.${kind}` : name
}

/** Commas part the text's fields: none may stand within one. */
const field = (text: string): string => text.replaceAll(',', ' ')

/** @returns where a finding lies, in one text: `Layer: F.Cu, X:1.23,Y:4.56` (mm, y up); file or board where it has no place */
export const issueLocation = (finding: Finding, layers: readonly Layer[]): string => {
  const names = finding.layers.map((id) => {
    const layer = layers.find((l) => l.id === id)
    return layer ? layerName(layer) : id
  })
  const [file] = finding.files
  const where = names.length
    ? `Layer: ${field([...new Set(names)].join('/'))}`
    : file
      ? `File: ${field(file.path)}`
      : finding.at
        ? 'Layer: all'
        : 'Board'
  return finding.at ? `${where}, X:${finding.at.x.toFixed(2)},Y:${finding.at.y.toFixed(2)}` : where
}
