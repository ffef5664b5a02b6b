import { z } from 'zod'

/** A figure with its origin: `source` names the page or file it was read from, `asOf` the date it shows or `undated`. */
const figure = z.object({
  value: z.unknown(),
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  note: z.string().optional(),
})

const weightRow = z.object({
  trace: z.number().nullish(),
  space: z.number().nullish(),
  source: z.string().nullish(),
  asOf: z.string().nullish(),
})
const weightTable = z.record(z.string(), weightRow)

/**
 * What a fab can make. Lengths mm. `params` by name (see the table in `limits.ts`); unknown figures are null.
 * `copperByWeight` gives trace and space per finished copper in µm (`35um`), for outer and inner layers.
 */
export const capabilitySchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  service: z.string(),
  units: z.literal('mm'),
  notes: z.string(),
  params: z.record(z.string(), figure),
  copperByWeight: z.object({ outer: weightTable.optional(), inner: weightTable.optional() }).nullish(),
  extra: z.record(z.string(), z.unknown()).optional(),
})

export type Capability = z.infer<typeof capabilitySchema>
export type WeightRow = z.infer<typeof weightRow>
export type WeightTable = z.infer<typeof weightTable>
export type Figure = z.infer<typeof figure>

const partOf = (value: unknown, step: string): unknown => {
  if (Array.isArray(value)) {
    if (!value.every((v) => typeof v === 'number')) return null
    return [...(value as number[])].sort((a, b) => a - b)[Number(step)]
  }
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : null
}

/**
 * Looks a figure up. `boardMax.0` and `boardMax.1` are the shorter and the longer side of a pair, in whichever order the
 * fab gives it; `panel.vLinesPitch` is a part of a figure with several, and both go together: `panel.vcutMin.0`.
 * @returns the figure when it is a plain number, else null
 */
export const numberOf = (capability: Capability, name: string): (Figure & { value: number }) | null => {
  const [param, ...steps] = name.split('.')
  const found = capability.params[param!]
  if (!found) return null
  const value = steps.reduce(partOf, found.value)
  return typeof value === 'number' ? { ...found, value } : null
}
