import { dfmOptions } from '#core/asap/dfm.ts'
import { builtInCapability } from '#core/capability/built-in.ts'
import type { Capability } from '#core/capability/capability.ts'
import { allChecks } from '#core/checks/index.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import { parseText, readBody } from '#main/service/http/read-json.ts'

export interface ChosenOptions {
  /** In catalogue order, each once; null for every check. */
  readonly checkIds: readonly string[] | null
  readonly includeGerber: boolean
  readonly capability: Capability
}

/** Reads the part options_json. @throws ApiError `invalid_options` for text that is not options, and for unknown ids */
export const readOptions = (text: string | undefined, standard: Capability): ChosenOptions => {
  const { check_ids, include_gerber_b64, capability } = readBody(
    dfmOptions,
    parseText('options_json', text, 'invalid_options') ?? {},
    'invalid_options',
  )
  const unknown = (check_ids ?? []).filter((id) => !allChecks.some((check) => check.id === id))
  if (unknown.length) throw new ApiError('invalid_options', `Unknown check ${unknown[0]}; GET /v1/checks lists them.`, { unknown })
  if (check_ids?.length === 0) throw new ApiError('invalid_options', 'check_ids names no check; null runs every check.')
  const chosen = capability === undefined ? standard : builtInCapability(capability)
  if (!chosen) throw new ApiError('invalid_options', `Unknown capability "${capability}".`, { unknown: [capability] })
  return {
    checkIds: check_ids && allChecks.map(({ id }) => id).filter((id) => check_ids.includes(id)),
    includeGerber: include_gerber_b64,
    capability: chosen,
  }
}
