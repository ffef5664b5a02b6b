import { z } from 'zod'
import { SCOPES } from '#core/asap/endpoints.ts'
import { call } from './call.ts'

const NAME = z.string().regex(/^[A-Za-z0-9][\w.@-]{0,63}$/)
const keyId = z.string().min(1).max(64)

export const keyShape = z.object({
  id: keyId,
  /** The first characters, to tell keys apart. */
  shown: z.string(),
  label: z.string(),
  organisation: z.string(),
  user: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: z.number(),
  lastUsedAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
})
export type KeyShape = z.infer<typeof keyShape>

/** Keys of the service that `boardproof serve` runs on this computer's data. */
export const keyCalls = {
  'keys.list': call({ input: z.strictObject({}), output: z.array(keyShape), errors: ['unavailable'] }),
  /** @returns the key itself, which is stored nowhere and cannot be shown again */
  'keys.create': call({
    input: z.strictObject({
      label: z.string().trim().max(100),
      organisation: NAME,
      user: NAME,
      scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
    }),
    output: z.object({ id: keyId, key: z.string() }),
    errors: ['unavailable'],
  }),
  'keys.revoke': call({ input: z.strictObject({ id: keyId }), output: z.null(), errors: ['unavailable', 'gone'] }),
}
