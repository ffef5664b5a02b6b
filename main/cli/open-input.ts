import { existsSync } from 'node:fs'
import type { Capability } from '#core/capability/capability.ts'
import { builtInCapabilities, builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { PLOTTED } from '#core/read/librepcb/project-boards.ts'
import type { PackageInput } from '#core/run/review-package.ts'
import { readPackage } from '#main/import/read-package.ts'
import { UsageError } from '#main/cli/command.ts'

/** `blinker.lppz#wide` names one board of a LibrePCB project. */
const PROJECT_BOARD = /^(.+)#([^#/\\]+)$/

/** Reads the package that the positional arguments name: one zip or folder, several files, or one board of a project. */
export const openInput = async (paths: readonly string[]): Promise<PackageInput> => {
  const [only] = paths
  if (only === undefined) throw new UsageError('name a zip, a folder or files')
  const named = paths.length === 1 && !existsSync(only) ? PROJECT_BOARD.exec(only) : null
  const [path, projectBoard] = named ? [named[1]!, named[2]] : [only]
  const read = await readPackage(paths.length === 1 ? { path } : { paths }, { projectBoard })
  if (!read.ok) throw new UsageError(read.error.message)
  const { problems, files } = read.value
  if (projectBoard !== undefined && !files.some((file) => file.path.startsWith(`${PLOTTED}${projectBoard}/`)))
    throw new UsageError(`${path} is no LibrePCB project without Gerber files that has a board "${projectBoard}"`)
  for (const problem of problems) console.error(`${problem.level}: ${problem.message}`)
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
