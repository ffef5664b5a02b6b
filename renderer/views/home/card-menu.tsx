import { MoreHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { CardShape } from '#core/ipc/library.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'

interface Action {
  readonly id: string
  readonly name: string
  readonly note?: string
  readonly run: () => void
}

/** What can be done with a board without opening it. */
export const CardMenu = ({ card, onRename }: { card: CardShape; onRename: () => void }): ReactNode => {
  const remove = useApp((s) => s.deleteBoard)
  const restore = useApp((s) => s.restoreBoard)
  const purge = useApp((s) => s.askToPurge)
  const exportBoard = useApp((s) => s.exportBoard)
  const isBusy = useApp((s) => s.boardTransfer !== null)
  const actions: readonly Action[] =
    card.deletedAt !== null
      ? [
          { id: 'restore', name: 'Restore', run: () => void restore(card.id) },
          { id: 'purge', name: 'Remove for good…', run: () => purge(card) },
        ]
      : [
          { id: 'rename', name: 'Rename', run: onRename },
          {
            id: 'export',
            name: 'Export…',
            note: 'all revisions, decisions and records as one file',
            run: () => void exportBoard(card.id, card.name),
          },
          { id: 'delete', name: 'Delete', run: () => void remove(card) },
        ]
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`More for ${card.name}`}>
        <MoreHorizontal size={16} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu aria-label={`More for ${card.name}`} disabledKeys={isBusy ? ['export'] : []}>
          {actions.map(({ id, name, note, run }) => (
            <MenuItem key={id} className="option" id={id} textValue={name} onAction={run}>
              <span className="option-name">{name}</span>
              {note && <span className="muted">{note}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
