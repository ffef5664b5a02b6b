import { Command as Palette } from 'cmdk'
import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { Command, CommandGroup } from '#renderer/app/commands/command.ts'
import { showKey } from '#renderer/app/commands/keys.ts'
import { isMac, useCommands } from '#renderer/app/use-key.ts'

const GROUPS: readonly CommandGroup[] = ['File', 'Go', 'View', 'Layers', 'Findings', 'Compare', 'Measure and inspect', 'Help']

const PaletteItem = ({ command }: { command: Command }): ReactNode => {
  const { store } = useParts()
  const run = (): void => {
    store.getState().openDialog(null)
    command.run(store)
  }
  return (
    <Palette.Item value={`${command.title} ${command.id}`} className="palette-item" onSelect={run}>
      <span>{command.title}</span>
      <span className="palette-keys">
        {command.keys.map((key) => (
          <kbd key={key}>{showKey(key, isMac)}</kbd>
        ))}
      </span>
    </Palette.Item>
  )
}

/** Every command by name, with its key. */
export const CommandPalette = (): ReactNode => {
  const { store } = useParts()
  const commands = useCommands()
  const openDialog = useApp((s) => s.openDialog)
  const offered = commands.filter((command) => !command.isHidden && (!command.isOn || command.isOn(store)))
  return (
    <ModalOverlay className="palette-backdrop" isOpen isDismissable onOpenChange={(open) => !open && openDialog(null)}>
      <Modal className="palette-content">
        <Dialog aria-label="Command palette" className="palette-dialog">
          <Palette label="Commands" loop>
            <Palette.Input autoFocus placeholder="What do you want to do?" className="palette-input" />
            <Palette.List className="palette-list scroll">
              <Palette.Empty className="palette-empty muted">No command is called that.</Palette.Empty>
              {GROUPS.map((group) => {
                const members = offered.filter((command) => command.group === group)
                return (
                  members.length > 0 && (
                    <Palette.Group key={group} heading={group} className="palette-group">
                      {members.map((command) => (
                        <PaletteItem key={command.id} command={command} />
                      ))}
                    </Palette.Group>
                  )
                )
              })}
            </Palette.List>
          </Palette>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
