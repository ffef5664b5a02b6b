import type { LooseRow } from '#core/provider/wire/fields.ts'

/** Fields of a run that may name its product; the reference documents none. */
const NAMES = ['product_id', 'product', 'product_uuid', 'product_sku', 'sku']

/** @returns whether a production run names the product, by its id alone or inside an object */
export const isRunOf = (run: LooseRow, productId: string): boolean =>
  NAMES.some((name) => {
    const value = run[name]
    if (typeof value === 'object' && value !== null) return Object.values(value).some((each) => String(each) === productId)
    return (typeof value === 'string' || typeof value === 'number') && String(value) === productId
  })
