import { Command as Palette } from 'cmdk'
import type { ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { CommandGroup } from '#renderer/app/commands/command.ts'
import { showKey } from '#renderer/app/commands/keys.ts'
import { isMac } from '#renderer/app/use-key.ts'

const GROUPS: readonly CommandGroup[] = ['File', 'Go', 'View', 'Layers', 'Findings', 'Measure and inspect', 'Help']

/** Every command by name, with its key. */
export const CommandPalette = (): ReactNode => {
  const { commands, store } = useParts()
  const isOpen = useApp((s) => s.dialog === 'palette')
  const openDialog = useApp((s) => s.openDialog)
  const offered = commands.filter((command) => !command.isHidden && (!command.isOn || command.isOn(store)))
  if (!isOpen) return null
  return (
    <Palette.Dialog open onOpenChange={(open) => !open && openDialog(null)} label="Command palette" className="palette" overlayClassName="palette-backdrop" contentClassName="palette-content">
      <Palette.Input placeholder="What do you want to do?" className="palette-input" />
      <Palette.List className="palette-list scroll">
        <Palette.Empty className="palette-empty muted">No command is called that.</Palette.Empty>
        {GROUPS.map((group) => {
          const members = offered.filter((command) => command.group === group)
          return (
            members.length > 0 && (
              <Palette.Group key={group} heading={group} className="palette-group">
                {members.map((command) => (
                  <Palette.Item
                    key={command.id}
                    value={`${command.title} ${command.id}`}
                    className="palette-item"
                    onSelect={() => {
                      openDialog(null)
                      command.run(store)
                    }}
                  >
                    <span>{command.title}</span>
                    <span className="palette-keys">
                      {command.keys.map((key) => (
                        <kbd key={key}>{showKey(key, isMac)}</kbd>
                      ))}
                    </span>
                  </Palette.Item>
                ))}
              </Palette.Group>
            )
          )
        })}
      </Palette.List>
    </Palette.Dialog>
  )
}
