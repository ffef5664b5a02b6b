import { useEffect, useRef, useState, type ReactNode } from 'react'
import { MAX_CAPABILITY_CHARACTERS } from '#core/capability/capability-file.ts'
import { figureDefinitions } from '#core/capability/figures.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { FigureTable } from './figure-table.tsx'

const CapabilityList = (): ReactNode => {
  const rows = useApp((s) => s.capabilityRows)
  const shown = useApp((s) => s.shownCapability?.id)
  const used = useApp((s) => s.capability ?? s.settings.capability ?? s.standardCapability)
  const show = useApp((s) => s.showCapability)
  const own = rows.filter((row) => !row.isBuiltIn)
  const list = (title: string, some: typeof rows): ReactNode =>
    some.length > 0 && (
      <section aria-label={title}>
        <h3>{title}</h3>
        <ul>
          {some.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="capability-item"
                aria-current={row.id === shown ? 'true' : undefined}
                onClick={() => void show(row.id)}
              >
                <span>{row.name}</span>
                <span className="muted num">
                  {row.figures} of {figureDefinitions.length} figures{row.id === used ? ' · in use' : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <nav className="capability-list scroll" aria-label="Capabilities" tabIndex={0}>
      {list('Your own', own)}
      {list(
        'With Boardproof',
        rows.filter((row) => row.isBuiltIn),
      )}
    </nav>
  )
}

/** Opens a file of the user and takes it over. */
const ImportButton = (): ReactNode => {
  const take = useApp((s) => s.importCapability)
  const notify = useApp((s) => s.notify)
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File): Promise<void> => {
    if (file.size > 4 * MAX_CAPABILITY_CHARACTERS) return notify('error', 'The file is far too large for a capability.')
    try {
      await take(await file.text())
    } catch (error) {
      notify('error', 'The file could not be read.', error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <>
      <Button size="small" onPress={() => input.current?.click()}>
        Import…
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Capability file"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void read(file)
        }}
      />
    </>
  )
}

const Deleted = (): ReactNode => {
  const deleted = useApp((s) => s.deletedCapability)
  const restore = useApp((s) => s.restoreCapability)
  if (!deleted) return null
  return (
    <div className="banner" data-tone="note" role="status">
      <p>{deleted.name} was deleted.</p>
      <Button size="small" onPress={() => void restore()}>
        Undo
      </Button>
    </div>
  )
}

const NameField = (): ReactNode => {
  const shown = useApp((s) => s.shownCapability)!
  const save = useApp((s) => s.saveCapability)
  const [name, setName] = useState(shown.name)
  const take = (): void => {
    const wanted = name.trim().slice(0, 120)
    if (wanted && wanted !== shown.name) void save({ ...shown, name: wanted })
    else setName(shown.name)
  }
  return (
    <form
      className="capability-name"
      onBlur={take}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <TextInput label="Name" value={name} onChange={setName} />
    </form>
  )
}

const Shown = (): ReactNode => {
  const shown = useApp((s) => s.shownCapability)
  const isOwn = useApp((s) => s.capabilityRows.some((row) => row.id === s.shownCapability?.id && !row.isBuiltIn))
  const used = useApp((s) => s.capability ?? s.settings.capability ?? s.standardCapability)
  const copy = useApp((s) => s.copyCapability)
  const use = useApp((s) => s.setCapability)
  const save = useApp((s) => s.saveCapability)
  const remove = useApp((s) => s.deleteCapability)
  const write = useApp((s) => s.exportCapability)
  if (!shown) return null
  return (
    <div className="capability-shown scroll" role="region" aria-label="Figures" tabIndex={0}>
      <Deleted />
      {isOwn ? <NameField key={`name ${shown.id}`} /> : <h3>{shown.name}</h3>}
      <p className="muted">
        {shown.notes} {!isOwn && 'It comes with Boardproof and stays as it is: make a copy to change figures.'} Figures that are not given
        come from the conservative set.
      </p>
      <div className="card-actions">
        <Button size="small" kind="primary" isDisabled={used === shown.id} onPress={() => void use(shown.id)}>
          {used === shown.id ? 'In use' : 'Judge by it'}
        </Button>
        <Button size="small" onPress={() => void copy()}>
          Make a copy
        </Button>
        <Button size="small" onPress={write}>
          Export
        </Button>
        <ImportButton />
        {isOwn && (
          <Button size="small" kind="plain" onPress={() => void remove()}>
            Delete
          </Button>
        )}
      </div>
      <FigureTable key={shown.id} capability={shown} isOwn={isOwn} onChange={(changed) => void save(changed)} />
    </div>
  )
}

/** What fabs can make: looked up, copied, changed, exchanged as files. */
export const CapabilitySheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadCapabilities)
  useEffect(() => void load(), [load])
  return (
    <Sheet title="Capabilities" onClose={() => close(null)} wide>
      <div className="capability-panes">
        <CapabilityList />
        <Shown />
      </div>
    </Sheet>
  )
}
