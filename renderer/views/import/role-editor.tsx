import { useState, type ReactNode } from 'react'
import type { Plating, Role, Side } from '#core/identify/identified-file.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { FileRow } from '#renderer/bridge/model.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { DRILL_ROLES, PLATING_NAMES, ROLE_NAMES, SIDED_ROLES } from '#renderer/ui/role-names.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'

type SideChoice = 'top' | 'bottom' | 'both' | `inner-${number}`

const MAX_INNER = 30

const sideChoice = (file: FileRow): SideChoice => (file.side === 'inner' ? `inner-${file.order ?? 2}` : (file.side ?? 'top'))

/** Inner layers are chosen by their place in the stack-up: order 2 is the first below the top. */
const sideOptions = (role: Role): readonly { id: SideChoice; name: string }[] => [
  { id: 'top', name: 'Top' },
  ...(role === 'copper' || role === 'plane'
    ? Array.from({ length: MAX_INNER }, (_, i) => ({ id: `inner-${i + 2}` as const, name: `Inner ${i + 1}` }))
    : []),
  { id: 'bottom', name: 'Bottom' },
  ...(role === 'soldermask' || role === 'legend' ? [{ id: 'both' as const, name: 'Both sides' }] : []),
]

const EditorForm = ({ file }: { file: FileRow }): ReactNode => {
  const setRole = useApp((s) => s.setRole)
  const close = useApp((s) => s.editRole)
  const bottom = useApp((s) => s.board?.facts.copperLayers ?? 2)
  const [role, changeRole] = useState<Role>(file.role)
  const [side, changeSide] = useState<SideChoice>(sideChoice(file))
  const [plating, changePlating] = useState<Exclude<Plating, null>>(file.plating ?? 'unknown')
  const save = (): void => {
    const sided = SIDED_ROLES.has(role)
    const isInner = side.startsWith('inner-')
    const chosenSide: Side = !sided ? null : isInner ? 'inner' : (side as 'top' | 'bottom' | 'both')
    const isCopper = role === 'copper' || role === 'plane'
    const order = !isCopper ? null : isInner ? Number(side.slice(6)) : side === 'top' ? 1 : Math.max(2, bottom)
    void setRole(file.path, { role, side: chosenSide, order, plating: DRILL_ROLES.has(role) ? plating : null })
  }
  return (
    <div className="role-form">
      <p className="mono">{file.path}</p>
      <Choice
        label="What it is"
        value={role}
        options={Object.entries(ROLE_NAMES).map(([id, name]) => ({ id: id as Role, name }))}
        onChange={changeRole}
      />
      {SIDED_ROLES.has(role) && <Choice label="Where" value={side} options={sideOptions(role)} onChange={changeSide} />}
      {DRILL_ROLES.has(role) && (
        <Choice
          label="Plating"
          value={plating}
          options={Object.entries(PLATING_NAMES).map(([id, name]) => ({ id: id as Exclude<Plating, null>, name }))}
          onChange={changePlating}
        />
      )}
      <p className="muted">The board is put together again with your choice. It is remembered for this board.</p>
      <div className="form-actions">
        <Button onPress={() => close(null)}>Cancel</Button>
        <Button kind="primary" onPress={save}>
          Use this role
        </Button>
      </div>
    </div>
  )
}

/** Corrects what a file is. */
export const RoleEditor = (): ReactNode => {
  const path = useApp((s) => s.editingRole)
  const file = useApp((s) => s.files.find((f) => f.path === s.editingRole) ?? null)
  const close = useApp((s) => s.editRole)
  if (!path || !file) return null
  return (
    <Sheet title="What is this file?" onClose={() => close(null)}>
      <EditorForm key={path} file={file} />
    </Sheet>
  )
}
