import { useParts } from './app-context.tsx'
import { showKey } from './commands/keys.ts'

export const isMac = /mac/i.test(navigator.platform)

/** @returns the first key of a command as people read it; '' when it has none */
export const useKeyOf = (commandId: string): string => {
  const { commands } = useParts()
  const key = commands.find((command) => command.id === commandId)?.keys[0]
  return key ? showKey(key, isMac) : ''
}
