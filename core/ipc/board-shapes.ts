import { z } from 'zod'

const role = z.enum([
  'copper', 'plane', 'soldermask', 'paste', 'legend', 'outline', 'drill', 'route', 'vscore', 'adhesive', 'courtyard', 'mechanical', 'drawing', 'stiffener',
  'document', 'unknown',
]) // prettier-ignore
const side = z.enum(['top', 'bottom', 'inner', 'both']).nullable()
const plating = z.enum(['plated', 'non-plated', 'mixed', 'unknown']).nullable()
const format = z.enum(['gerber', 'excellon', 'ipc356', 'gbrjob', 'bom', 'cpl', 'other'])
const problem = z.object({ level: z.enum(['error', 'warning', 'info']), code: z.string(), line: z.number(), message: z.string() })
const number2 = z.tuple([z.number(), z.number()])

export const boardId = z.uuid()
export const capabilityId = z.string().min(1).max(64)

export const recentShape = z.object({
  id: boardId,
  name: z.string(),
  openedAt: z.number(),
  verdict: z.enum(['clear', 'review', 'blocked']).nullable(),
  coverage: z.string().nullable(),
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  copperLayers: z.number().nullable(),
  /** Address that the page can show as an image. */
  thumbnail: z.string().nullable(),
})

export const capabilityShape = z.object({ id: capabilityId, name: z.string(), service: z.string() })

export const fileShape = z.object({
  path: z.string(),
  stage: z.enum(['waiting', 'read', 'identified', 'failed']),
  format,
  role,
  side,
  order: z.number().nullable(),
  plating,
  sureness: z.number(),
  evidence: z.array(z.object({ from: z.string(), says: z.string() })),
  conflicts: z.array(z.string()),
  reason: z.string().nullable(),
  problems: z.array(problem),
  generator: z.string().nullable(),
  drillSays: z.string().nullable(),
  chosen: z.boolean(),
})
export type FileShape = z.infer<typeof fileShape>

export const roleChoiceShape = z.strictObject({ role, side, order: z.int().min(1).max(128).nullable(), plating })
export type RoleChoiceShape = z.infer<typeof roleChoiceShape>

export const layerShape = z.object({
  id: z.string(),
  name: z.string(),
  role,
  side,
  order: z.number().nullable(),
  path: z.string(),
  negative: z.boolean(),
})

export const factsShape = z.object({
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  areaMm2: z.number().nullable(),
  boundsMm: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  copperLayers: z.number(),
  netCount: z.number(),
  holes: z.array(z.object({ diameterMm: z.number(), lengthMm: z.number(), plated: z.boolean().nullable(), count: z.number() })),
  gaps: z.array(z.object({ from: number2, to: number2, widthMm: z.number() })),
})

export const boardShape = z.object({
  id: boardId,
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  problems: z.array(problem),
  facts: factsShape,
  layers: z.array(layerShape),
})
export type BoardShape = z.infer<typeof boardShape>

export const progressShape = z.object({
  phase: z.enum(['unpacking', 'reading', 'assembling', 'checking', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number(),
})
export type ProgressShape = z.infer<typeof progressShape>

export const refusalShape = z.object({ code: z.string(), message: z.string() })
export type RefusalShape = z.infer<typeof refusalShape>
