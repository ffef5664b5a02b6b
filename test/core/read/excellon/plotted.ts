import type { DrillFile, DrillFormat, DrillPlot, RoutPath } from '#core/read/excellon/drill-file.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'
import { readDrill } from '#core/read/excellon/read-drill.ts'

/** ASCII bytes of a text. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

export const readText = (text: string): DrillFile => readDrill(bytesOf(text))

/** Nanometres as millimetres without the noise below a picometre. */
export const mm = (nm: number): number => Math.round(nm / 1e-3) / 1e9 + 0

/** A hole as `[x, y, diameter]`, a slot as `[x0, y0, x1, y1, diameter]`, mm. */
export const holesOf = ({ holes: h }: DrillPlot): number[][] =>
  Array.from({ length: h.count }, (_, k) => {
    const [x0, y0, x1, y1, d] = [h.x0, h.y0, h.x1, h.y1, h.diameter].map((column) => mm(column[k]!)) as [
      number,
      number,
      number,
      number,
      number,
    ]
    return x0 === x1 && y0 === y1 ? [x0, y0, d] : [x0, y0, x1, y1, d]
  })

export const plotText = (text: string, format?: DrillFormat): DrillPlot => {
  const file = readText(text)
  return plotDrill(file, format ?? file.candidates[0]!)
}

/** A path as its vertices `[x, y, bulge]`, mm. */
export const verticesOf = (path: RoutPath): number[][] =>
  Array.from(path.x, (x, k) => [mm(x), mm(path.y[k]!), Math.round(path.bulge[k]! * 1e6) / 1e6 + 0])

export const codesOf = (file: { problems: readonly { code: string }[] }): string[] => [...new Set(file.problems.map(({ code }) => code))]

/** `inch 2.4 trailing` */
export const nameOf = ({ unit, integer, decimal, omitted }: DrillFormat): string => `${unit} ${integer}.${decimal} ${omitted}`
