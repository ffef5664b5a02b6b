import type { Library } from '#core/provider/librepcb/library.ts'
import { CURRENT_FORMAT } from '#core/provider/librepcb/formats.ts'
import { UsageError } from '#main/cli/command.ts'
import { saveLibraries } from '#main/providers/library-folder.ts'
import type { ProviderDesk } from './provider-desk.ts'
import { oneWhere, type ProviderOptions } from './arguments.ts'
import { tell, tellFailure } from './tell.ts'

const line = ({ uuid, name, version, isRecommended, isDeprecated }: Library): string =>
  `${uuid}  ${name} ${version}${isRecommended ? ' (recommended)' : ''}${isDeprecated ? ' (deprecated)' : ''}`

/** Lists the libraries of a LibrePCB server, or saves one with everything that it needs. */
export const listLibraries = async (desk: ProviderDesk, args: readonly string[], options: ProviderOptions): Promise<number> => {
  const account = desk.accountFor(oneWhere(args))
  const typed = desk.service.typed(account.id, 'librepcb')
  if (!typed.ok) return tellFailure(options.json, typed.error)
  const { client } = typed.value
  const libraries = await client.libraries(options['format-version'] ?? CURRENT_FORMAT, null)
  if (!libraries.ok) return tellFailure(options.json, libraries.error)
  if (options.download === undefined) return tell(options.json, { libraries: libraries.value }, libraries.value.map(line))

  if (!libraries.value.some(({ uuid }) => uuid === options.download))
    throw new UsageError(`the server lists no library ${options.download}`)
  const done = await saveLibraries(options.out ?? '.', client, libraries.value, options.download, null)
  if (!done.ok) return tellFailure(options.json, done.error)
  const { saved, missing } = done.value
  return tell(options.json, { saved, missing }, [
    ...saved.map(({ path }) => path),
    ...missing.map((uuid) => `needed, but not listed by the server: ${uuid}`),
  ])
}
