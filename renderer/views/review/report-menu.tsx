import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import { REPORT_CHOICES } from '#renderer/ui/report-names.ts'

/** Saves the review as a report: a menu of formats, offered when all checks are through. */
export const ReportMenu = (): ReactNode => {
  const isFinal = useApp((s) => s.reviewFinal && s.review !== null)
  const making = useApp((s) => s.makingReport)
  const exportReport = useApp((s) => s.exportReport)
  return (
    <MenuTrigger>
      <Button className="button" data-kind="plain" data-size="small" isDisabled={!isFinal || making !== null}>
        <Download size={14} aria-hidden />
        {making ? 'Making the report…' : 'Save report'}
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu>
          {REPORT_CHOICES.map(({ id, name, note }) => (
            <MenuItem key={id} className="option" id={id} textValue={name} onAction={() => void exportReport(id)}>
              <span className="option-name">{name}</span>
              <span className="muted">{note}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
