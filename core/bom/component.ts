import type { Nm } from '#core/base/units.ts'
import { OBJECT_FLASH, type GerberLayer } from '#core/interpret/plotted-layer.ts'

/** A part as a component layer states it, nm in board axes. */
export interface Component {
  readonly ref: string
  readonly x: Nm
  readonly y: Nm
  /** Degrees counterclockwise; null when not given. */
  readonly rotation: number | null
  readonly side: 'top' | 'bottom' | null
  readonly value: string | null
  readonly footprint: string | null
  readonly manufacturer: string | null
  readonly mpn: string | null
  /** Supplier and its number, in pairs as written. */
  readonly suppliers: Readonly<Record<string, string>>
  readonly mount: string | null
}

/** Where the part is placed; the other flashes of a component layer are its outline and pins. */
const MAIN = 'ComponentMain'

const sideOf = (fileFunction: readonly string[]): Component['side'] => {
  const word = fileFunction.find((each) => /^(?:top|bot)$/i.test(each))?.toLowerCase()
  return word === 'top' ? 'top' : word === 'bot' ? 'bottom' : null
}

/**
 * Parts of a component layer, in file order; empty for every other layer.
 * @source Gerber Layer Format Specification 2024.05, 5.6.15 (.C), 5.6.16 (component attributes), ComponentMain
 */
export const componentsOf = ({ plotted, fileAttributes }: GerberLayer): readonly Component[] => {
  const fileFunction = fileAttributes['.FileFunction'] ?? []
  if (fileFunction[0] !== 'Component') return []
  const side = sideOf(fileFunction)
  const { objects, apertures, attributes } = plotted
  const found: Component[] = []
  for (let o = 0; o < objects.count; o++) {
    if (objects.kind[o] !== OBJECT_FLASH || apertures[objects.aperture[o]!]?.fn?.split(',')[0] !== MAIN) continue
    const { component, other } = attributes[objects.attributes[o]!]!
    if (component === null || component === '') continue
    const text = (name: string): string | null => other[name]?.[0]?.trim() || null
    const rotation = Number(text('.CRot') ?? NaN)
    const supplied = other['.CSup'] ?? []
    found.push({
      ref: component,
      x: objects.x0[o]!,
      y: objects.y0[o]!,
      rotation: Number.isFinite(rotation) ? rotation : null,
      side,
      value: text('.CVal'),
      footprint: text('.CFtp') ?? text('.CPgN'),
      manufacturer: text('.CMfr'),
      mpn: text('.CMPN'),
      suppliers: Object.fromEntries(
        Array.from({ length: Math.floor(supplied.length / 2) }, (_, k) => [supplied[2 * k]!, supplied[2 * k + 1]!]),
      ),
      mount: text('.CMnt'),
    })
  }
  return found
}
