import { z } from 'zod'
import { canonicalJson } from '#core/base/canonical-json.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import { capabilitySchema, type Capability } from './capability.ts'
import { figureProblems } from './edit.ts'

/** Far more than any capability takes. */
export const MAX_CAPABILITY_CHARACTERS = 200_000

const FORMAT = 'boardproof-capability'
const file = z.object({ format: z.literal(FORMAT), version: z.literal(1), capability: capabilitySchema })

export type CapabilityFileError = { readonly code: 'not-a-capability'; readonly message: string }
const refused = (message: string): { readonly ok: false; readonly error: CapabilityFileError } => err({ code: 'not-a-capability', message })

/** @returns the text of a file that holds one capability; the same capability gives the same bytes */
export const writeCapabilityFile = (capability: Capability): string =>
  `${JSON.stringify(JSON.parse(canonicalJson({ format: FORMAT, version: 1, capability })), null, 2)}\n`

/** "jlcpcb-2-layer.capability.json" */
export const capabilityFileName = ({ name }: Capability): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'own'
  }.capability.json`

/** Reads a file that `writeCapabilityFile` wrote, here or elsewhere. @fails with what is wrong with it */
export const readCapabilityFile = (text: string): Result<Capability, CapabilityFileError> => {
  if (text.length > MAX_CAPABILITY_CHARACTERS) return refused('The file is far too large for a capability.')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return refused(`This is not JSON: ${(error as Error).message}`)
  }
  const parsed = file.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refused(`This is not a capability: ${issue!.path.join('.') || 'the file'}: ${issue!.message}`)
  }
  const [wrong] = figureProblems(parsed.data.capability)
  return wrong ? refused(wrong) : ok(parsed.data.capability)
}
