import { z } from 'zod'
import { MAX_CAPABILITY_CHARACTERS } from '#core/capability/capability-file.ts'
import { capabilitySchema } from '#core/capability/capability.ts'
import { capabilityId } from './board-shapes.ts'
import { call } from './call.ts'

const name = z.string().trim().min(1).max(120)
const own = capabilitySchema.refine((c) => JSON.stringify(c).length <= MAX_CAPABILITY_CHARACTERS, 'too large')

export const capabilityRow = z.object({
  id: capabilityId,
  name: z.string(),
  service: z.string(),
  /** Comes with the application and cannot be changed; a copy can. */
  isBuiltIn: z.boolean(),
  /** Figures that it gives; the others come from the conservative set. */
  figures: z.int(),
})
export type CapabilityRow = z.infer<typeof capabilityRow>

/** What a change asked of boards that are open. */
const saved = z.object({
  capability: capabilitySchema,
  /** A figure lies beyond what open boards were measured for: they are checked again, which takes as long as the first time. */
  remeasures: z.boolean(),
})

export const capabilityCalls = {
  'capability.list': call({ input: z.strictObject({}), output: z.array(capabilityRow), errors: [] }),
  'capability.get': call({ input: z.strictObject({ id: capabilityId }), output: capabilitySchema, errors: ['gone'] }),
  /** Makes a copy that can be changed. `too-many`: there are as many as the application keeps. */
  'capability.copy': call({ input: z.strictObject({ id: capabilityId, name }), output: capabilitySchema, errors: ['gone', 'too-many'] }),
  'capability.save': call({ input: z.strictObject({ capability: own }), output: saved, errors: ['gone', 'built-in', 'not-a-capability'] }),
  'capability.delete': call({ input: z.strictObject({ id: capabilityId }), output: capabilitySchema, errors: ['gone', 'built-in'] }),
  /** Puts back one that was deleted, as it was. */
  'capability.restore': call({
    input: z.strictObject({ capability: own }),
    output: saved,
    errors: ['built-in', 'is-there', 'not-a-capability', 'too-many'],
  }),
  /** Takes one over from the text of a file, as one of the user's own under a new id. */
  'capability.import': call({
    input: z.strictObject({ text: z.string().max(MAX_CAPABILITY_CHARACTERS) }),
    output: saved,
    errors: ['not-a-capability', 'too-many'],
  }),
}
