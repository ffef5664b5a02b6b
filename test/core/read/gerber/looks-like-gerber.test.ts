import { describe, expect, test } from 'vitest'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'
import { hasShared, packageFiles, SHARED } from '#test/core/read/support/shared.ts'
import { bytesOf } from '#test/core/read/gerber/told.ts'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const GERBER: readonly (readonly [name: string, text: string])[] = [
  ['X2', '%TF.GenerationSoftware,KiCad,Pcbnew,8.0.3*%\n%FSLAX46Y46*%\n%MOMM*%'],
  ['comments first', 'G04 made by hand*\nG04 #@! TF.Part,Single*\n%FSLAX24Y24*%'],
  ['a long comment first', `G04 ${'x'.repeat(5000)}*\n%MOIN*%\n%FSLAX24Y24*%`],
  ['old, no format first', 'G75*\nG70*\n%OFA0B0*%\n%FSLAX24Y24*%'],
  ['combined', '%FSLAX25Y25*MOIN*%'],
  ['missing %', 'FSLAX24Y24*\nMOIN*\nX0Y0D02*'],
  ['headerless', 'G54D10*\nX100Y100D02*\nX200D01*\nM02*'],
  ['no line ends', 'G54D10*X100Y100D02*X200D01*M02*'],
  ['UTF-16', [...'%FSLAX24Y24*%%MOMM*%'].map((c) => `${c}\0`).join('')],
  ['byte order mark', '\xef\xbb\xbf%FSLAX24Y24*%'],
]

const OTHER: readonly (readonly [name: string, text: string])[] = [
  ['empty', ''],
  ['Excellon', 'M48\nMETRIC,TZ\nT1C0.8\n%\nG90\nG05\nT1\nX1000Y2000\nM30'],
  ['Excellon without header', '%\nT1C0.8\nX1000Y2000\nM30'],
  ['Excellon with comments', '; DRILL file {KiCad 8.0.3}\n; #@! TF.FileFunction,Plated,1,2,PTH\nM48\nFMAT,2\n'],
  ['Excellon that mentions Gerber', 'M48\n;%FSLAX24Y24*%\nT1C1\n%\n'],
  ['IPC-D-356', 'C  IPC-D-356\nP  UNITS CUST 0\n317GND              VIA         D0118PA00X+012500Y+009500X0236Y0000R000S0'],
  ['job file', '{\n  "Header": {"GenerationSoftware": {"Vendor": "KiCad"}}\n}'],
  ['XML', '<?xml version="1.0"?>\n<IPC-2581 revision="B"></IPC-2581>'],
  ['table', 'Ref,Val,X,Y\nR1,10k,10.5,20.5\n'],
  ['prose', 'The board is 1.6 mm thick. Use G01 material*\nADD 10 pieces*\n'],
  ['aperture library', 'G04:AMPARAMS|DCode=11*\n%AMROUNDEDRECTD11*\n21,1,1,1,0,0,0*\n%\n'],
  ['zip', 'PK\x03\x04\x14\0%FSLAX24Y24*%'.slice(0, 8)],
  ['binary', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
]

describe('looks like Gerber', () => {
  test.each(GERBER)('%s', (_, text) => expect(looksLikeGerber(bytesOf(text))).toBe(true))
})

describe('does not look like Gerber', () => {
  test.each(OTHER)('%s', (_, text) => expect(looksLikeGerber(bytesOf(text))).toBe(false))
})

/** Endings of drill files, netlists, lists and reports in the reference packages. */
const NOT_GERBER = /\.(?:drl|drd|rou|ipc|txt|drr|extrep|ldp|rep|rul|apr|apr_lib|json|cnc|rpt|gbrjob|csv|ncd|gpf|dsn|cfg)$/i

describe.skipIf(!hasShared)(`reference packages${hasShared ? '' : ' (skipped: no reference packages)'}`, () => {
  const names = hasShared ? readdirSync(resolve(SHARED, 'boards')).filter((name) => name.endsWith('.zip')) : []
  test.each(names)('%s', async (name) => {
    for (const [path, bytes] of await packageFiles('boards', name.replace('.zip', '')))
      expect(`${path} ${looksLikeGerber(bytes)}`).toBe(`${path} ${!NOT_GERBER.test(path)}`)
  })
})
