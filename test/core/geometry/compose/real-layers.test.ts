import { beforeAll, describe, expect, it } from 'vitest'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { readPackage } from '#main/import/read-package.ts'
import { sharedPath } from '#test/support/shared.ts'
import { flawsOf } from './oracle.ts'

/** Areas in mm², measured with polygons of 16 to 512 sides per circle and their limit; ring counts by a second kernel. */
const layers = [
  { board: 'altium-limesdr-qpcie-14l', file: 'LimeSDR-QPCIe_1v2.GTL', area: 14270.86, within: 2e-6, rings: 4581 },
  { board: 'altium-limesdr-qpcie-14l', file: 'LimeSDR-QPCIe_1v2.G2', area: 16839.207, within: 2e-6, rings: 1459 },
  { board: 'kicad5-a64-olinuxino-6l', file: 'A64-OlinuXino_Rev_G-F_Cu.gbr', area: 3461.6975, within: 2e-7, rings: 1440 },
  { board: 'kicad5-a64-olinuxino-6l', file: 'A64-OlinuXino_Rev_G-In1_Cu.gbr', area: 5005.1353, within: 2e-7, rings: 1552 },
]

describe.skipIf(sharedPath('boards') === null)('real layers (skipped where the reference material is absent)', () => {
  describe.each(layers)('$file', ({ board, file, area, within, rings }) => {
    let image: Image
    let repeated: Image
    beforeAll(async () => {
      const read = await readPackage({ path: sharedPath('boards', `${board}.zip`)! })
      if (!read.ok) throw new Error(read.error.message)
      const found = read.value.files.find(({ path }) => path.endsWith(file))
      if (!found) throw new Error(`${file} is not in the package`)
      const { plotted } = interpretGerber(found.bytes)
      image = composePrims(plotted)
      repeated = composePrims(plotted, { cellsPerEdge: 0.5, edgesPerStrip: 5000 })
    })

    it('closes everywhere without repair', () => {
      expect(flawsOf(image)).toEqual([])
      expect(image.repaired).toEqual([])
    })

    it('has the known area and rings', () => {
      expect(Math.abs(image.area / 1e12 / area - 1)).toBeLessThan(within)
      expect(image.rings.count).toBe(rings)
    })

    it('is the same in strips and in other cells', () => {
      expect(Math.abs(repeated.area / image.area - 1)).toBeLessThan(1e-12)
      expect([repeated.rings.count, repeated.components.count, repeated.repaired.length]).toEqual([rings, image.components.count, 0])
    })
  })
})
