import { describe, expect, test } from 'vitest'
import { packColumns } from '#core/base/columns.ts'
import { packHoles, packLayer, unpackHoles, unpackLayer } from '#core/board/layer-blob.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { smallBoard } from '#test/main/support/small-board.ts'

const board = assembleBoard(identifyPackage(writePackage(smallBoard()).map(readPackageFile)))

/** Cut to what counts: tables may have spare room at their end. */
const plain = (table: object, lengthOf: (name: string) => number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(table).map(([name, column]) => [
      name,
      ArrayBuffer.isView(column) ? [...(column as Uint8Array).subarray(0, lengthOf(name))] : column,
    ]),
  )

describe('a layer in one block', () => {
  test.each(board.layers.map((layer) => [layer.id, layer.plotted] as const))('%s comes back as it was, without a copy', (_, plotted) => {
    const { buffer } = packLayer(plotted)
    const opened = unpackLayer(buffer)
    if (!opened.ok) throw new Error(opened.error.message)
    const { prims, rings, objects, ...rest } = opened.value
    const vertices = plotted.rings.start[plotted.rings.count]!
    const ringLength = (name: string): number => (name === 'start' ? plotted.rings.count + 1 : vertices)
    expect(plain(prims, () => prims.count)).toEqual(plain(plotted.prims, () => plotted.prims.count))
    expect(plain(rings, ringLength)).toEqual(plain(plotted.rings, ringLength))
    expect(plain(objects, () => objects.count)).toEqual(plain(plotted.objects, () => plotted.objects.count))
    expect(rest).toEqual({ apertures: plotted.apertures, attributes: plotted.attributes, bounds: plotted.bounds })
    expect(prims.x0.buffer).toBe(buffer)
    expect(objects.count).toBeGreaterThan(0)
  })

  test('a block that was cut off or is another table is refused', () => {
    const block = packLayer(board.layers[0]!.plotted)
    expect(unpackLayer(block.slice(0, block.length - 8).buffer)).toMatchObject({ ok: false, error: { code: 'damaged-blob' } })
    expect(unpackLayer(packHoles(board.holes).buffer)).toMatchObject({ ok: false })
    expect(unpackLayer(packColumns({ prims: 1, rings: 0, vertices: 0, objects: 0 }, {}).buffer)).toMatchObject({ ok: false })
    expect(unpackLayer(new ArrayBuffer(0))).toMatchObject({ ok: false })
  })
})

test('holes in one block come back as they were', () => {
  const opened = unpackHoles(packHoles(board.holes).buffer)
  if (!opened.ok) throw new Error(opened.error.message)
  expect(opened.value.count).toBe(20)
  for (const name of ['x0', 'y0', 'x1', 'y1', 'diameter', 'plating', 'tool', 'line'] as const) {
    expect([...opened.value[name]], name).toEqual([...board.holes[name].subarray(0, board.holes.count)])
  }
  expect(unpackHoles(packLayer(board.layers[0]!.plotted).buffer)).toMatchObject({ ok: false, error: { code: 'damaged-blob' } })
})
