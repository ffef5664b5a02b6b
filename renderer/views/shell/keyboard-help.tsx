import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { CommandGroup } from '#renderer/app/commands/command.ts'
import { useCommands } from '#renderer/app/use-key.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { KeyRow } from './key-row.tsx'

const GROUPS: readonly CommandGroup[] = ['File', 'Go', 'View', 'Layers', 'Findings', 'Compare', 'Measure and inspect', 'Help']

/** Rows of keys that only count on or go the other way are told once. */
const FOLDED = /^(layer\.toggle-|view\.(left|right|up|down)|compare\.pan-)/
const FOLDED_ROWS: Partial<Record<CommandGroup, readonly (readonly [string, string])[]>> = {
  Layers: [['Ctrl+1 … Ctrl+0', 'Show or hide layer 1 to 10']],
  View: [
    ['Arrows', 'Pan'],
    ['Shift+arrows', 'Pan a little'],
  ],
  Compare: [
    ['Arrows', 'Pan'],
    ['Shift+arrows', 'Pan a little'],
  ],
}

const POINTER: readonly (readonly [string, string])[] = [
  ['Wheel', 'Zoom at the pointer'],
  ['Drag, middle drag', 'Pan'],
  ['Space+drag', 'Pan, whatever the tool'],
  ['Shift+wheel', 'Pan sideways'],
  ['Click', 'Inspect what is drawn there'],
  ['Ctrl+click', 'Add its net to the highlight'],
  ['Shift while measuring', 'No snapping'],
  ['Alt+arrows', 'Crosshair; Enter picks or measures'],
]

/** All keys on one sheet. */
export const KeyboardHelp = (): ReactNode => {
  const commands = useCommands()
  const own = useApp((s) => s.settings.keys)
  const openDialog = useApp((s) => s.openDialog)
  return (
    <Sheet title="Keys" wide onClose={() => openDialog(null)}>
      <p className="muted">
        Press a key here to choose another one. Single letters act only while the board or the list of findings has the focus; the settings
        switch them off, and offer the keys of KiCad and gerbv.
      </p>
      <div className="key-columns">
        {GROUPS.map((group) => {
          const members = commands.filter(
            (command) => command.group === group && (command.keys.length > 0 || own[command.id] !== undefined) && !FOLDED.test(command.id),
          )
          return (
            members.length > 0 && (
              <section key={group}>
                <h3>{group}</h3>
                <dl className="key-list">
                  {members.map((command) => (
                    <KeyRow key={command.id} command={command} />
                  ))}
                  {FOLDED_ROWS[group]?.map(([key, does]) => (
                    <div key={key}>
                      <dt>{does}</dt>
                      <dd>
                        <kbd>{key}</kbd>
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
        <section>
          <h3>On the board</h3>
          <dl className="key-list">
            {POINTER.map(([key, does]) => (
              <div key={key}>
                <dt>{does}</dt>
                <dd>
                  <kbd>{key}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Sheet>
  )
}
