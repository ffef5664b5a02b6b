import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Finding } from '#core/checks/finding.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { decidedOf } from '#renderer/state/finding-groups.ts'

/** What can be decided on all places of one cause at once. */
export const GroupMenu = ({ title, findings }: { title: string; findings: readonly Finding[] }): ReactNode => {
  const select = useApp((s) => s.selectFinding)
  const waive = useApp((s) => s.startWaiving)
  const mark = useApp((s) => s.markFindings)
  const assign = useApp((s) => s.startAssigning)
  const decisions = useApp((s) => s.decisions)
  if (!decisions) return null
  const { fix, waived } = decidedOf(decisions)
  const first = findings[0]!.fingerprint
  const names = findings.map((f) => f.fingerprint)
  const isWaived = waived.has(first)
  const actions = [
    ...(isWaived ? [] : [{ id: 'waive', name: 'Waive the group…', run: () => waive(first, 'group') }]),
    ...(isWaived || names.every((f) => fix.has(f)) ? [] : [{ id: 'fix', name: 'All to be fixed', run: () => void mark(names, 'fix') }]),
    ...(names.some((f) => fix.has(f)) ? [{ id: 'open', name: 'All open again', run: () => void mark(names, 'open') }] : []),
    { id: 'assign', name: 'Assign all…', run: () => assign(names) },
  ]
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`Decide on all of “${title}”`}>
        <Ellipsis size={15} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={2}>
        <Menu>
          {actions.map(({ id, name, run }) => (
            <MenuItem
              key={id}
              className="option"
              id={id}
              onAction={() => {
                // The forms show at the first place of the group.
                select(first)
                run()
              }}
            >
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
