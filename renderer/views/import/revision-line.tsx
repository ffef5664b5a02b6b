import { ChevronDown, GitBranch } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { AlikeShape, RevisionPlaceShape } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

const Choices = ({ title, boards }: { title: string; boards: readonly AlikeShape[] }): ReactNode => {
  const attach = useApp((s) => s.attachTo)
  if (boards.length === 0) return null
  return (
    <MenuSection>
      <Header className="menu-head">{title}</Header>
      {boards.map((one) => (
        <MenuItem key={one.board} id={one.board} className="option" textValue={one.name} onAction={() => void attach(one)}>
          <span className="option-name">
            {one.name}, revision {one.next}
          </span>
          {one.says && <span className="muted">{one.says}</span>}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

const MoveMenu = ({ place }: { place: RevisionPlaceShape }): ReactNode => (
  <MenuTrigger>
    <AriaButton className="button" data-size="small">
      Make it a revision of
      <ChevronDown size={13} aria-hidden />
    </AriaButton>
    <Popover className="popover" placement="bottom start" offset={4}>
      <Menu aria-label="Make it a revision of">
        <Choices title="Looks like" boards={place.alike} />
        <Choices title={place.alike.length ? 'Other boards' : 'Boards'} boards={place.others} />
      </Menu>
    </Popover>
  </MenuTrigger>
)

/** Which board and revision the package is, and how to change that. */
export const RevisionLine = (): ReactNode => {
  const place = useApp((s) => s.place)
  const load = useApp((s) => s.loadPlace)
  const detach = useApp((s) => s.detach)
  const isDecided = useApp((s) => s.decisions !== null)
  const boardId = useApp((s) => s.boardId)
  useEffect(() => {
    if (isDecided) void load()
  }, [load, isDecided, boardId])
  if (!place) return null
  const { revision, newest, name, canMove, canLeave, alike, others } = place
  const isOne = newest === 1
  return (
    <div className="revision-line">
      <GitBranch size={14} aria-hidden />
      <span>
        {isOne ? 'A board of its own' : `Revision ${revision} of ${name}`}
        {revision < newest && <span className="muted">, the newest is {newest}</span>}
      </span>
      {canLeave && (
        <Button size="small" onPress={() => void detach(null)}>
          Make it a board of its own
        </Button>
      )}
      {canMove && alike.length + others.length > 0 && <MoveMenu place={place} />}
    </div>
  )
}
