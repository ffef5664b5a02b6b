import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import type { EndpointContract, ResourceContract } from './providers/contract-file.ts'
import { endpointSources } from './providers/endpoint-source.ts'
import { resourceSources } from './providers/resource-source.ts'

/**
 * Writes the schemas of the providers' clients from their contracts: `generate-providers.ts CONTRACT.json...`.
 * The files are committed; the application never reads a contract.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))

const sourcesOf = (contract: EndpointContract | ResourceContract): ReadonlyMap<string, string> =>
  'resources' in contract && !('endpoints' in contract) ? resourceSources(contract) : endpointSources(contract as EndpointContract)

/** @returns what belongs below `core/provider/<id>/generated`, formatted, by file name */
export const generatedSources = async (contractPath: string): Promise<ReadonlyMap<string, string>> => {
  const contract = JSON.parse(await readFile(contractPath, 'utf8')) as EndpointContract | ResourceContract
  const options = await resolveConfig(join(root, 'core/provider/provider.ts'))
  const sources = new Map<string, string>()
  for (const [name, source] of sourcesOf(contract)) sources.set(name, await format(source, { ...options, parser: 'typescript' }))
  return sources
}

/** Where the sources of a contract go; the file's name is the provider's id. */
export const generatedFolder = (contractPath: string): string => join(root, 'core/provider', basename(contractPath, '.json'), 'generated')

const write = async (contractPath: string): Promise<void> => {
  const folder = generatedFolder(contractPath)
  const sources = await generatedSources(contractPath)
  await mkdir(folder, { recursive: true })
  for (const old of await readdir(folder)) if (!sources.has(old)) await rm(join(folder, old))
  for (const [name, source] of sources) await writeFile(join(folder, name), source)
  console.log(`${basename(contractPath)}: ${sources.size} files`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const path of process.argv.slice(2)) await write(path)
