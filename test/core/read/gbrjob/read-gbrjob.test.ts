import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeGbrJob, readGbrJob } from '#core/read/gbrjob/read-gbrjob.ts'
import { bytesOf, codesOf } from '#test/core/read/excellon/plotted.ts'
import { hasShared, packageFiles } from '#test/core/read/support/shared.ts'

const JOB = {
  Header: { GenerationSoftware: { Vendor: 'KiCad', Application: 'Pcbnew', Version: '8.0.3' }, CreationDate: '2024-07-18T13:22:44+02:00' },
  GeneralSpecs: {
    ProjectId: { Name: 'demo', GUID: 'x', Revision: 'A' },
    Size: { X: 19.1, Y: 17.1 },
    LayerNumber: 4,
    BoardThickness: 1.6,
    Finish: 'ENIG',
    Castellated: true,
  },
  DesignRules: [{ Layers: 'Outer', PadToPad: 0, TrackToTrack: 0.2, MinLineWidth: 0.25 }],
  FilesAttributes: [
    { Path: 'sub\\demo-F_Cu.gbr', FileFunction: 'Copper,L1,Top', FilePolarity: 'Positive' },
    { Path: 'demo-F_Mask.gbr', FileFunction: 'SolderMask,Top', FilePolarity: 'Negative' },
    { Path: 'demo.gbr' },
  ],
  MaterialStackup: [
    { Type: 'Copper', Thickness: 0.035, Name: 'F.Cu' },
    { Type: 'Dielectric', Thickness: 1.51, Material: 'FR4', Name: 'F.Cu/B.Cu', Notes: 'core' },
  ],
}

const read = (job: unknown) => readGbrJob(bytesOf(JSON.stringify(job)))

describe('Gerber job file', () => {
  test('everything it says', () => {
    expect(read(JOB)).toEqual({
      generator: 'KiCad Pcbnew 8.0.3',
      created: '2024-07-18T13:22:44+02:00',
      project: { name: 'demo', guid: 'x', revision: 'A' },
      size: { x: 19.1, y: 17.1 },
      layerCount: 4,
      thickness: 1.6,
      finish: 'ENIG',
      specs: { LayerNumber: 4, BoardThickness: 1.6, Finish: 'ENIG', Castellated: true },
      designRules: [
        {
          layers: 'Outer',
          padToPad: 0,
          padToTrack: null,
          trackToTrack: 0.2,
          minLineWidth: 0.25,
          trackToRegion: null,
          regionToRegion: null,
        },
      ],
      files: [
        { path: 'sub/demo-F_Cu.gbr', fileFunction: ['Copper', 'L1', 'Top'], polarity: 'positive' },
        { path: 'demo-F_Mask.gbr', fileFunction: ['SolderMask', 'Top'], polarity: 'negative' },
        { path: 'demo.gbr', fileFunction: [], polarity: null },
      ],
      stackup: [
        { type: 'Copper', name: 'F.Cu', thickness: 0.035, material: null, color: null, notes: null },
        { type: 'Dielectric', name: 'F.Cu/B.Cu', thickness: 1.51, material: 'FR4', color: null, notes: 'core' },
      ],
      problems: [],
    })
  })

  test.each([
    ['an empty object', {}, []],
    ['a list', [1, 2], ['not-a-job']],
    ['layer count as text', { GeneralSpecs: { LayerNumber: 'four' } }, ['part-unreadable']],
    ['size without Y', { GeneralSpecs: { Size: { X: 1 } } }, ['part-unreadable']],
    ['files that are no list', { FilesAttributes: 'none' }, ['part-unreadable']],
    ['one bad file among good ones', { FilesAttributes: [{ Path: 'a.gbr' }, { Path: 7 }, { Path: 'b.gbr' }] }, ['part-unreadable']],
  ])('%s', (_name, job, codes) => {
    expect(codesOf(read(job))).toEqual(codes)
  })

  test('a bad part costs only itself', () => {
    const job = read({ ...JOB, FilesAttributes: [{ Path: 'a.gbr' }, { Path: 7 }, { Path: 'b.gbr' }] })
    expect(job.files.map(({ path }) => path)).toEqual(['a.gbr', 'b.gbr'])
    expect(job.layerCount).toBe(4)
  })

  test.each([
    ['cut off', '{"GeneralSpecs": {'],
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['nested without end', '['.repeat(200_000)],
  ])('%s is a problem, not a crash', (_name, text) => {
    expect(codesOf(readGbrJob(bytesOf(text)))).toEqual(['not-json'])
  })

  test('byte order mark and UTF-16', () => {
    const text = JSON.stringify(JOB)
    expect(readGbrJob(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(text)])).layerCount).toBe(4)
    expect(readGbrJob(Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0), 0])])).layerCount).toBe(4)
  })

  test('looks like a job file, or not', () => {
    expect(looksLikeGbrJob(bytesOf(JSON.stringify(JOB)))).toBe(true)
    expect(looksLikeGbrJob(bytesOf('{"fpcStiffeners": []}'))).toBe(false)
    expect(looksLikeGbrJob(bytesOf('GeneralSpecs'))).toBe(false)
  })

  test('any JSON is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) =>
          void read({ Header: value, GeneralSpecs: value, FilesAttributes: value, MaterialStackup: [value], DesignRules: [value] }),
      ),
    )
  })
})

describe.skipIf(!hasShared)(`job files of real packages${hasShared ? '' : ' (skipped: no reference packages)'}`, () => {
  test.each([
    { name: 'kicad6-herovco-switch', path: 'herovco_switch.gbrjob', size: { x: 19.1014, y: 17.1018 }, layers: 2, files: 10, stackup: 9 },
    {
      name: 'kicad5-a64-olinuxino-6l',
      path: 'A64-OlinuXino_Rev_G/A64-OlinuXino_Rev_G-job.gbrjob',
      size: { x: 90.254, y: 62.754 },
      layers: 6,
      files: 13,
      stackup: 17,
    },
  ])('$name', async ({ name, path, size, layers, files, stackup }) => {
    const job = readGbrJob((await packageFiles('boards', name)).get(path)!)
    expect({
      size: job.size,
      layers: job.layerCount,
      files: job.files.length,
      stackup: job.stackup.length,
      problems: job.problems,
    }).toEqual({ size, layers, files, stackup, problems: [] })
  })
})
