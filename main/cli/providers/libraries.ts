import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withDependencies, type Library } from '#core/provider/librepcb/library.ts'
import { CURRENT_FORMAT } from '#core/provider/librepcb/provider.ts'
import { UsageError } from '#main/cli/command.ts'
import type { ProviderDesk } from './provider-desk.ts'
import { oneWhere, type ProviderOptions } from './arguments.ts'
import { tell, tellFailure } from './tell.ts'

const line = ({ uuid, name, version, isRecommended, isDeprecated }: Library): string =>
  `${uuid}  ${name} ${version}${isRecommended ? ' (recommended)' : ''}${isDeprecated ? ' (deprecated)' : ''}`

/** A name that is only a name, whatever the server calls the library. */
const fileNameOf = ({ uuid, version }: Library): string => `${uuid}-${version}`.replace(/[^A-Za-z0-9.-]/g, '_') + '.zip'

/** Lists the libraries of a LibrePCB server, or saves one with everything that it needs. */
export const listLibraries = async (desk: ProviderDesk, args: readonly string[], options: ProviderOptions): Promise<number> => {
  const account = desk.accountFor(oneWhere(args))
  const typed = desk.service.typed(account.id, 'librepcb')
  if (!typed.ok) return tellFailure(options.json, typed.error)
  const { client } = typed.value
  const libraries = await client.libraries(options['format-version'] ?? CURRENT_FORMAT, null)
  if (!libraries.ok) return tellFailure(options.json, libraries.error)
  if (options.download === undefined) return tell(options.json, { libraries: libraries.value }, libraries.value.map(line))

  const needed = withDependencies(libraries.value, options.download)
  if (needed.libraries.length === 0) throw new UsageError(`the server lists no library ${options.download}`)
  const folder = options.out ?? '.'
  await mkdir(folder, { recursive: true })
  const saved: string[] = []
  for (const library of needed.libraries) {
    const bytes = await client.download(library, null)
    if (!bytes.ok) return tellFailure(options.json, bytes.error)
    const path = join(folder, fileNameOf(library))
    await writeFile(`${path}.part`, bytes.value)
    await rename(`${path}.part`, path)
    saved.push(path)
  }
  const missing = needed.missing.map((uuid) => `needed, but not listed by the server: ${uuid}`)
  return tell(options.json, { saved, missing: needed.missing }, [...saved, ...missing])
}
