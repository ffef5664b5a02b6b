import { z } from 'zod'
import { call } from './call.ts'
import { capabilityShape } from './board-shapes.ts'

const MAX_SETTINGS_CHARACTERS = 100_000

export const appCalls = {
  'app.host': call({
    input: z.strictObject({}),
    output: z.object({ version: z.string(), shell: z.enum(['electron', 'browser']) }),
    errors: [],
  }),
  'app.capabilities': call({
    input: z.strictObject({}),
    output: z.object({ choices: z.array(capabilityShape), standard: z.string() }),
    errors: [],
  }),
  'settings.load': call({ input: z.strictObject({}), output: z.record(z.string(), z.unknown()), errors: [] }),
  'settings.save': call({
    input: z.strictObject({
      settings: z
        .record(z.string().max(100), z.json())
        .refine((s) => JSON.stringify(s).length <= MAX_SETTINGS_CHARACTERS, 'too many settings'),
    }),
    output: z.null(),
    errors: [],
  }),
}
