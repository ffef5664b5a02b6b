import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { OP_ARC_CCW, OP_DRAW, OP_FLASH, OP_MOVE, OP_SELECT } from '#core/read/gerber/gerber-commands.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'
import { readGerber } from '#core/read/gerber/read-gerber.ts'
import { hasShared, packageFiles, SHARED } from '#test/core/read/support/shared.ts'

const note = hasShared ? '' : ' (skipped: no reference packages)'
const names = hasShared
  ? readdirSync(resolve(SHARED, 'boards'))
      .filter((name) => name.endsWith('.zip'))
      .map((name) => name.replace('.zip', ''))
  : []

/** Errors that the packages deserve: EasyEDA leaves the last side of its regions out. */
const ERRORS: Readonly<Record<string, readonly string[]>> = { 'easyeda65-msm501': ['open-contour'], 'easyedapro-flex-2l': ['open-contour'] }

const GENERATORS: Readonly<Record<string, RegExp>> = {
  'allegro-oc-debug-6l': /^Cadence Allegro 16\.6/,
  'allegro-oc-gsm-frontend-10l': /^Cadence Allegro 16\.6/,
  'altium-kvision-4l': /^Altium Designer/,
  'altium-limesdr-qpcie-14l': /^Altium Designer/,
  'altium24-esp32-usbc-4l': /^Altium Designer 24\.5\.2/,
  'diptrace24-fd1-mainboard': /^DipTrace 2\.4\.0\.2/,
  'eagle-arduino-uno': /^EAGLE/,
  'eagle-freeduino': /^EAGLE/,
  'easyeda65-msm501': /^EasyEDA 6\.5\.23/,
  'easyedapro-flex-2l': /^EasyEDA Pro 2\.1\.64/,
  'fritzing-fidget-spinner': /^Fritzing/,
  'geda-stepper-controller': /^gEDA pcb 20140316/,
  'kicad2013-clockblock': /^KiCad 2013-07-07/,
  'kicad2013-paralime-6l': /^KiCad 2013-07-07/,
  'kicad4-chibi2024': /^KiCad 4\.0\.6/,
  'kicad5-a64-olinuxino-6l': /^KiCad 5\.1\.5/,
  'kicad6-herovco-switch': /^KiCad 6\.0\.5/,
  'kicad7-corne-cherry-panel': /^KiCad 7\.0\.7/,
  'kicad8-buspirate-vpp-maker': /^KiCad 8\.0\.3/,
  'kicad9-mp153-devboard-4l': /^KiCad 9\.0\.1/,
  'mentor-lasmo-2l': /^Mentor Graphics/,
  'pads92-marsrover-4l': /^PADS 9\.2/,
  // Files without any macro carry no trace of the tool.
  'upverter-sportiduino': /^(?:Upverter|null)$/,
}

describe.skipIf(!hasShared)(`Gerber files of real packages${note}`, () => {
  test.each(names)('%s', async (name) => {
    for (const [path, bytes] of await packageFiles('boards', name)) {
      if (!looksLikeGerber(bytes)) continue
      const layer = interpretGerber(bytes)
      const errors = new Set(layer.problems.filter(({ level }) => level === 'error').map(({ code }) => code))
      expect(`${path}: ${[...errors].filter((code) => !ERRORS[name]?.includes(code))}`).toBe(`${path}: `)
      expect(layer.ended).toBe(true)
      expect(layer.unit).not.toBeNull()
      expect(layer.format).not.toBeNull()
      expect(`${layer.generator}`).toMatch(GENERATORS[name]!)
      const { bounds } = layer.plotted
      // No drawing sheet here is beyond a metre: a wrong unit or format would show.
      if (bounds) expect(Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1])).toBeLessThan(1000e6)
    }
  })
})

/** Operations counted by an independent reader, @tracespace/parser 5.0.0-alpha.0. */
const COUNTS: readonly (readonly [board: string, path: string, moves: number, strokes: number, flashes: number, selections: number])[] = [
  ['altium-limesdr-qpcie-14l', 'LimeSDR-QPCIe_1v2.GBL', 15763, 64935, 7432, 133],
  ['kicad5-a64-olinuxino-6l', 'A64-OlinuXino_Rev_G-F_Cu.gbr', 5893, 29207, 2647, 1633],
  ['eagle-arduino-uno', 'arduino-uno.cmp', 5526, 11271, 108, 35],
  ['allegro-oc-debug-6l', 'L1.gbr', 1393, 4574, 1959, 97],
  ['pads92-marsrover-4l', 'Top.pho', 8567, 9798, 622, 25],
  ['kicad2013-clockblock', 'clockblock-F_Cu.gbr', 1243, 15710, 473, 135],
  ['geda-stepper-controller', 'controller.top.gbr', 503, 13116, 221, 154],
  ['diptrace24-fd1-mainboard', 'mainboard_Top.gbr', 726, 2574, 334, 161],
]

describe.skipIf(!hasShared)(`operations as another reader counts them${note}`, () => {
  test.each(COUNTS)('%s %s', async (board, path, moves, strokes, flashes, selections) => {
    const bytes = [...(await packageFiles('boards', board))].find(([name]) => name.endsWith(path))![1]
    const { kind } = readGerber(bytes)
    const count = (of: (op: number) => boolean): number => kind.filter(of).length
    expect([
      count((op) => op === OP_MOVE),
      count((op) => op === OP_DRAW || (op > OP_FLASH && op <= OP_ARC_CCW)),
      count((op) => op === OP_FLASH),
      count((op) => op === OP_SELECT),
    ]).toEqual([moves, strokes, flashes, selections])
  })
})

describe.skipIf(!hasShared)(`nets of a KiCad board with X2 attributes${note}`, () => {
  test('kicad5-a64-olinuxino-6l F_Cu', async () => {
    const files = await packageFiles('boards', 'kicad5-a64-olinuxino-6l')
    const bytes = [...files].find(([name]) => name.endsWith('F_Cu.gbr'))![1]
    const { plotted, fileAttributes } = interpretGerber(bytes)
    expect(fileAttributes['.FileFunction']).toEqual(['Copper', 'L1', 'Top'])
    const written = new Set([...new TextDecoder().decode(bytes).matchAll(/%TO\.N,([^*]*)\*%/g)].map((match) => match[1]))
    const read = new Set(plotted.attributes.flatMap(({ nets }) => nets ?? []))
    expect([...read].filter((net) => !written.has(net))).toEqual([])
    expect(read.size).toBeGreaterThan(300)
    const refs = new Set(plotted.attributes.map(({ ref }) => ref).filter(Boolean))
    expect(refs.size).toBeGreaterThan(200)
    expect(plotted.apertures.some(({ fn }) => fn === 'ViaPad')).toBe(true)
  })
})
