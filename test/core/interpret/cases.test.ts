import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { CASE_FACTS } from '#test/core/interpret/case-facts.ts'
import { darkArea } from '#test/core/interpret/plotted.ts'
import { hasShared, SHARED, sharedFile } from '#test/core/read/support/shared.ts'

const note = hasShared ? '' : ' (skipped: no reference cases)'
const ROOT = resolve(SHARED, 'gerber-cases')

/** Errors that the cases deserve: each was looked up in the file. Every other case must be read without an error. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  'delta-gerber/combined_all_features_comprehensive.gbr': ['arc-radii-differ'],
  'gerbv/example_ekf2_l1.grb': ['bad-aperture', 'missing-unit'],
  'gerbv/example_ekf2_l4.grb': ['bad-aperture', 'missing-unit'],
  'gerbv/example_ekf2_pow3.grb': ['bad-aperture', 'missing-unit'],
  'gerbv/example_ekf2_sieb1.grb': ['bad-aperture', 'missing-unit'],
  'gerbv/example_jj_l1-3.grb': ['arc-radii-differ'],
  'gerbv/example_nollezappare_EtchLayer2Bottom.gdo': ['quadrant-not-set'],
  'gerbv/test-aperture-obround-1.gbx': ['arc-radii-differ'],
  'gerbv/test-aperture-rectangle-1.gbx': ['arc-radii-differ'],
  'gerbv/test-layer-knockout-1.gbx': ['unsupported-command'],
  'gerbv/test-layer-mode-1.gbx': ['unit-changed'],
  'gerbv/test-polygon-fill-1.gbx': ['arc-without-centre', 'open-contour'],
  'gerbv/x_limit-ex.grb': ['missing-unit'],
  'pygerber/tokens__aperture__ad__macro.grb': ['unknown-macro'],
  'pygerber/tokens__d_codes__D02.grb': ['missing-format', 'missing-unit'],
  'pygerber/tokens__d_codes__D12.grb': ['undefined-aperture'],
  'pygerber/tokens__aperture__step_repeat__2.grb': ['missing-format', 'missing-unit', 'no-aperture', 'undefined-aperture'],
  'pygerber/ucamco__4.10.4.7__source.grb': ['arc-radii-differ', 'missing-unit', 'open-contour'],
}
/** Drill files, which the drill reader's tests cover. */
const DRILL = /\.(?:drl|exc|tap|TXT)$|unplated-drill\.grb$/

const cases = hasShared
  ? readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.includes('/') && !name.includes('.golden.') && !DRILL.test(name))
      .sort()
  : []

describe.skipIf(!hasShared)(`syntax cases${note}`, () => {
  test('are all there', () => expect(cases).toHaveLength(197))

  test.each(cases)('%s', (name) => {
    const layer = interpretGerber(new Uint8Array(readFileSync(resolve(ROOT, name))))
    const errors = layer.problems.filter(({ level }) => level === 'error').map(({ code }) => code)
    expect([...new Set(errors)].sort()).toEqual(ERRORS[name] ?? [])
    const { objects, bounds } = layer.plotted
    if (bounds) expect(bounds.every(Number.isFinite)).toBe(true)
    const facts = CASE_FACTS[name]
    if (!facts) return
    const counts = [0, 0, 0, 0]
    for (const kind of objects.kind) counts[kind]!++
    expect(counts).toEqual(facts.objects)
    expect(Math.abs(darkArea(layer.plotted) / facts.area - 1)).toBeLessThan(1e-3)
  })
})

describe.skipIf(!hasShared)(`cases where peers depart from the specification${note}`, () => {
  const plot = (name: string) => interpretGerber(sharedFile(`gerber-cases/${name}`)).plotted

  test('block apertures, mirrored and turned (Ucamco 4.11.4)', () => {
    const { objects } = plot('pygerber/ucamco__4.11.4__source.grb')
    expect(objects.count).toBeGreaterThan(100)
  })

  test('SR copies with clear polarity over existing artwork', () => {
    const { prims } = plot('tracespace/step-repeats__multi-polarity-over-existing.gbr')
    // One disc with a clear spot, then four copies of a disc with a clear spot, copy by copy.
    expect([...prims.dark].join('')).toBe('10'.repeat(5))
  })

  test('aperture rotation of a flash', () => {
    const turned = plot('pygerber/flashes_with_transform__00_rectangle_rotation_90.grb')
    expect(turned.objects.count).toBeGreaterThan(0)
    expect(darkArea(turned)).toBeCloseTo(60, 3)
  })
})
