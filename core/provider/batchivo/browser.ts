import { err, ok } from '#core/base/result.ts'
import type { ResourceEntry, ResourceSource } from '#core/provider/resource-source.ts'
import type { BatchivoClient, List } from './client.ts'
import { getProductionRuns } from './generated/production-runs.ts'
import { getProducts } from './generated/products.ts'
import { getSpools } from './generated/spools.ts'

const LISTS: Readonly<Record<string, { readonly list: List; readonly about: string }>> = {
  products: { list: getProducts, about: 'what the shop makes; approved boards among them' },
  runs: { list: getProductionRuns, about: 'production runs and how they stand' },
  spools: { list: getSpools, about: 'material in stock' },
}

const entryOf = (name: string): ResourceEntry => ({
  name,
  path: LISTS[name]!.list.path,
  about: LISTS[name]!.about,
  group: 'Shop',
  calls: ['list'],
  extras: [],
  canChange: false,
  canRemove: false,
  sortsThere: true,
  places: [],
  fields: [],
})

const NOT_SERVED = { code: 'not-offered', message: 'Batchivo documents lists only.' } as const

/** Products, production runs and spools; sorted and filtered by the server. Their fields are not documented. */
export const batchivoResources = (client: BatchivoClient): ResourceSource => ({
  entries: Object.keys(LISTS).map(entryOf),
  async list(name, { filters, ranges, sort, offset, limit }, cancel) {
    const entry = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined
    if (!entry) return err({ code: 'rejected', reason: 'no-such-resource', status: 0, message: 'There is no such list.' })
    if (ranges.length > 0) return err({ code: 'not-offered', message: 'Batchivo filters by equal values only.' })
    const choice = { filters, ...(sort ? { sortBy: sort.by, descending: sort.descending } : {}) }
    const page = await client.page(entry.list, choice, offset, limit, cancel)
    return page.ok ? ok({ rows: page.value.rows.map((row) => ({ row, deviations: [] })), total: page.value.total }) : page
  },
  follow: () => Promise.resolve(err(NOT_SERVED)),
  open: () => Promise.resolve(err(NOT_SERVED)),
  create: () => Promise.resolve(err(NOT_SERVED)),
})
