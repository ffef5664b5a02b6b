import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Box } from '#core/base/box.ts'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'
import { readDrill } from '#core/read/excellon/read-drill.ts'
import { layerBounds } from '#core/render/render-layer.ts'
import { PrimList, type Paintable } from '#core/render/prim-list.ts'
import { sharedPath } from '#test/support/shared.ts'

/** A syntax case with the picture that another program made of it. */
export interface GoldenCase {
  /** `folder/file`. */
  readonly name: string
  readonly path: string
  readonly golden: string
}

/** @returns all syntax cases with a picture, sorted; empty where the reference material is absent */
export const goldenCases = (): readonly GoldenCase[] => {
  const root = sharedPath('gerber-cases')
  if (!root) return []
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name: folder }) => {
    const files = readdirSync(join(root, folder)).sort()
    return files
      .filter((file) => /\.golden\.(png|svg)$/.test(file))
      .map((picture): GoldenCase => {
        const stem = picture.replace(/\.golden\.(png|svg)$/, '')
        const source = files.find((file) => file !== picture && file.startsWith(`${stem}.`) && !file.includes('.golden.'))
        if (!source) throw new Error(`no source beside ${picture}`)
        return { name: `${folder}/${source}`, path: join(root, folder, source), golden: join(root, folder, picture) }
      })
  })
}

/** What we read from a case: what to paint and its outer bounds, mm; null bounds when nothing is plotted. */
export const paintCase = (path: string): { readonly art: Paintable; readonly bounds: Box | null; readonly inverted: boolean } => {
  const bytes = readFileSync(path)
  if (looksLikeGerber(bytes)) {
    const { plotted, negativeImage } = interpretGerber(bytes)
    return { art: plotted, bounds: layerBounds(plotted), inverted: negativeImage }
  }
  const file = readDrill(bytes)
  const { holes } = plotDrill(file, file.candidates[0]!)
  const list = new PrimList()
  let bounds: [number, number, number, number] | null = null
  for (let i = 0; i < holes.count; i++) {
    const [x0, y0, x1, y1, r] = [holes.x0[i]!, holes.y0[i]!, holes.x1[i]!, holes.y1[i]!, holes.diameter[i]! / 2]
    list.capsule([x0, y0], [x1, y1], r)
    const own = [Math.min(x0, x1) - r, Math.min(y0, y1) - r, Math.max(x0, x1) + r, Math.max(y0, y1) + r].map((nm) => nm / 1e6)
    bounds = bounds
      ? [Math.min(bounds[0], own[0]!), Math.min(bounds[1], own[1]!), Math.max(bounds[2], own[2]!), Math.max(bounds[3], own[3]!)]
      : [own[0]!, own[1]!, own[2]!, own[3]!]
  }
  return { art: list.paintable(), bounds, inverted: false }
}
