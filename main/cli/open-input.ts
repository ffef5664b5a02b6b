import type { Capability } from '#core/capability/capability.ts'
import { builtInCapabilities, builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import type { PackageInput } from '#core/run/review-package.ts'
import { readPackage } from '#main/import/read-package.ts'
import { UsageError } from '#main/cli/command.ts'

/** Reads the package that the positional arguments name: one zip or folder, or several files. */
export const openInput = async (paths: readonly string[]): Promise<PackageInput> => {
  if (paths.length === 0) throw new UsageError('name a zip, a folder or files')
  const read = await readPackage(paths.length === 1 ? { path: paths[0]! } : { paths })
  if (!read.ok) throw new UsageError(read.error.message)
  for (const problem of read.value.problems) console.error(`${problem.level}: ${problem.message}`)
  return read.value
}

/** @returns the built-in capability, the conservative set when none is named */
export const capabilityNamed = (id: string | undefined): Capability => {
  const found = builtInCapability(id ?? FALLBACK_CAPABILITY_ID)
  if (!found)
    throw new UsageError(
      `no capability "${id}"; there are ${builtInCapabilities()
        .map((c) => c.id)
        .join(', ')}`,
    )
  return found
}

/** Monotonic milliseconds. */
export const clock = (): number => performance.now()
