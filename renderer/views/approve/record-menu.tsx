import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import type { ApprovalRow } from '#renderer/state/slices/approve.slice.ts'
import { RECORD_CHOICES } from '#renderer/ui/report-names.ts'

/** Saves an approval record as a file. */
export const RecordMenu = ({ row }: { row: ApprovalRow }): ReactNode => {
  const saving = useApp((s) => s.savingApproval)
  const save = useApp((s) => s.saveApproval)
  const isMade = saving?.startsWith(row.id) ?? false
  return (
    <MenuTrigger>
      <Button className="button" data-kind="plain" data-size="small" isDisabled={saving !== null}>
        <Download size={13} aria-hidden />
        {isMade ? 'Making the record…' : 'Save record'}
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu>
          {RECORD_CHOICES.map(({ id, name, note }) => (
            <MenuItem key={id} className="option" id={id} textValue={name} onAction={() => void save(row.id, id)}>
              <span className="option-name">{name}</span>
              <span className="muted">{note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
