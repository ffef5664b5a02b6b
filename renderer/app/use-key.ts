import { useMemo } from 'react'
import { useApp, useParts } from './app-context.tsx'
import type { Command } from './commands/command.ts'
import { showKey } from './commands/keys.ts'
import { keysOf, withKeys } from './commands/presets.ts'

export const isMac = /mac/i.test(navigator.platform)

/** @returns the first key of a command as people read it; '' when it has none */
export const useKeyOf = (commandId: string): string => {
  const { commands } = useParts()
  const settings = useApp((s) => s.settings)
  const command = commands.find(({ id }) => id === commandId)
  const key = command && keysOf(command, settings)[0]
  return key ? showKey(key, isMac) : ''
}

/** @returns all commands with the keys that they have now */
export const useCommands = (): readonly Command[] => {
  const { commands } = useParts()
  const keyPreset = useApp((s) => s.settings.keyPreset)
  const keys = useApp((s) => s.settings.keys)
  return useMemo(() => withKeys(commands, { keyPreset, keys }), [commands, keyPreset, keys])
}
