import { z } from 'zod'

const number2 = z.tuple([z.number(), z.number()])
const place = z.object({ x: z.number(), y: z.number() })
const category = z.enum([
  'file_package', 'copper_geometry', 'connectivity', 'drill_via', 'solder_mask', 'silkscreen', 'solder_paste', 'plane_thermal', 'mechanical_outline', 'panel',
]) // prettier-ignore
const unit = z.enum(['mm', 'mm2', 'ratio', 'percent', 'count', 'bool'])
const tier = z.union([z.literal(1), z.literal(2), z.literal(3)])

/** `Finding` of core/checks as it crosses the bridge. */
export const findingShape = z.object({
  fingerprint: z.string(),
  checkId: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  tier: z.enum(['limit', 'target']),
  message: z.string(),
  cause: z.string(),
  layers: z.array(z.string()),
  measured: z.number().nullable(),
  limit: z.number().nullable(),
  unit,
  at: place.nullable(),
  witness: z.array(number2),
  boundsMm: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  nets: z.array(z.string()),
  objects: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), line: z.number() })),
  fix: z.string(),
  basis: z.enum(['measured', 'inferred']),
})

/** `CheckOutcome` of core/checks as it crosses the bridge. */
export const outcomeShape = z.object({
  id: z.string(),
  title: z.string(),
  category,
  tier,
  outcome: z.enum(['clean', 'flagged', 'skipped', 'crashed']),
  reason: z.string().optional(),
  measured: z.object({ value: z.number(), unit, at: place.nullable(), layer: z.string().nullable(), witness: z.array(number2) }).nullable(),
  limit: z.number().nullable(),
  target: z.number().nullable(),
  limitSource: z.string().nullable(),
  findings: z.number(),
  ms: z.number(),
})

/** `Summary` of core/review as it crosses the bridge. */
export const summaryShape = z.object({
  verdict: z.enum(['clear', 'review', 'blocked']),
  overallScore: z.number(),
  confidence: z.number(),
  checksRun: z.number(),
  checksSkipped: z.number(),
  checksCrashed: z.number(),
  errors: z.number(),
  warnings: z.number(),
  infos: z.number(),
  areaSqin: z.number(),
})
