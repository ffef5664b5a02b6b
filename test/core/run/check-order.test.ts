import { expect, test } from 'vitest'
import { allChecks } from '#core/checks/index.ts'
import { checkOrder, inCatalogueOrder } from '#core/run/check-order.ts'

test('every check is taken once, and every category has its place', () => {
  const order = checkOrder(allChecks)
  expect(order.toSorted((a, b) => a - b)).toEqual([...allChecks.keys()])
  const categories = order.map((index) => allChecks[index]!.category).filter((category, i, all) => category !== all[i - 1])
  expect(categories).toEqual(
    [...new Set(allChecks.map(({ category }) => category))].toSorted((a, b) => categories.indexOf(a) - categories.indexOf(b)),
  )
  expect(categories[0]).toBe('copper_geometry')
})

test('what ended in another order is put into that of the catalogue; what it does not know comes last', () => {
  const ids = ['gone', ...allChecks.map(({ id }) => id).toReversed()]
  expect(inCatalogueOrder(ids, (id) => id)).toEqual([...allChecks.map(({ id }) => id), 'gone'])
})
