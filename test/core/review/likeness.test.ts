import { describe, expect, test } from 'vitest'
import { ALIKE_ENOUGH, likenessOf, stemOf, type BoardTraits } from '#core/review/likeness.ts'

const amp: BoardTraits = {
  name: 'amp_v1.zip',
  widthMm: 61.2,
  heightMm: 38,
  copperLayers: 4,
  paths: ['gerber/amp-F_Cu.gbr', 'gerber/amp-B_Cu.gbr', 'gerber/amp-Edge_Cuts.gbr', 'gerber/amp.drl'],
}
const renamed = (prefix: string): readonly string[] => amp.paths.map((path) => path.replaceAll('amp', prefix))

describe('two packages are offered as revisions of one board', () => {
  test.each<[string, Partial<BoardTraits>, boolean]>([
    ['exported again under a newer name', { name: 'amp_v2.zip' }, true],
    ['exported again, a little larger', { name: 'Amp-rev3.zip', widthMm: 62 }, true],
    ['from another folder, under another name', { name: 'order.zip', paths: amp.paths.map((p) => p.replace('gerber/', '')) }, true],
    ['the same name and size, other file names', { paths: renamed('amplifier') }, true],
    ['only the size is the same', { name: 'lamp.zip', paths: renamed('lamp') }, false],
    ['the same name, another size and other files', { widthMm: 20, heightMm: 20, paths: renamed('x') }, false],
    ['other layers, other files', { copperLayers: 2, paths: renamed('x') }, false],
    ['standard file names of another board', { name: 'lamp.zip', widthMm: 10, heightMm: 10 }, false],
    ['no outline on either side, another name', { name: 'lamp.zip', widthMm: null, heightMm: null }, false],
  ])('%s', (_, change, expected) => {
    const other = { ...amp, ...change }
    expect(likenessOf(other, amp).score >= ALIKE_ENOUGH).toBe(expected)
    expect(likenessOf(amp, other).score).toBe(likenessOf(other, amp).score)
  })

  test('says why', () =>
    expect(likenessOf({ ...amp, name: 'amp_v2.zip' }, amp).says).toEqual(['the same name', 'the same size', '4 of 4 file names']))
})

test.each([
  ['Amp_v2 (1).zip', 'amp'],
  ['amp-rev3-2026-01-05.zip', 'amp'],
  ['amp_gerbers_1.2.zip', 'amp'],
  ['AMP Rev. 2.1b', 'amp'],
  ['driver4', 'driver4'],
  ['rev2.zip', ''],
])('%s is called %j', (name, stem) => expect(stemOf(name)).toBe(stem))
