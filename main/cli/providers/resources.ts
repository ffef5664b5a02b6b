import { resourceEntries, resourceNamed } from '#core/provider/authentise/browser.ts'
import { UsageError } from '#main/cli/command.ts'
import type { ProviderDesk } from './provider-desk.ts'
import { oneWhere, pairsOf, type ProviderOptions } from './arguments.ts'
import { tell, tellFailure } from './tell.ts'

const ROWS = 50
const MOST_ROWS = 1000

/** Lists the resources of an Authentise server, or the rows of one of them. */
export const listResources = async (desk: ProviderDesk, args: readonly string[], options: ProviderOptions): Promise<number> => {
  const account = desk.accountFor(oneWhere(args, 2))
  const typed = desk.service.typed(account.id, 'authentise')
  if (!typed.ok) return tellFailure(options.json, typed.error)
  const name = args[1]
  if (name === undefined) {
    const resources = resourceEntries()
    return tell(
      options.json,
      { resources },
      resources.map((each) => `${each.name.padEnd(36)}${each.calls.join(', ').padEnd(24)}${each.about}`),
    )
  }
  const resource = resourceNamed(name)
  if (!resource?.calls.list)
    throw new UsageError(`there is no list of "${name}"; boardproof providers resources ${args[0]} shows what there is`)
  const limit = options.limit === undefined ? ROWS : Number(options.limit)
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_ROWS) throw new UsageError(`--limit is a number from 1 to ${MOST_ROWS}`)
  const listable = { ...resource, calls: { ...resource.calls, list: resource.calls.list } }
  const rows = await typed.value.client.all(listable, { filters: pairsOf(options.filter) }, limit, null)
  if (!rows.ok) return tellFailure(options.json, rows.error)
  return tell(
    options.json,
    { resource: name, rows: rows.value },
    rows.value.map((row) => JSON.stringify(row)),
  )
}
