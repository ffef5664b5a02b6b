import type { ReactNode } from 'react'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { formatBytes } from '#renderer/ui/format-value.ts'

export type TableUse = 'bom' | 'placement' | 'none'

const USES: readonly { readonly id: TableUse; readonly name: string }[] = [
  { id: 'bom', name: 'Bill of materials' },
  { id: 'placement', name: 'Placement' },
  { id: 'none', name: 'Not sent' },
]
const FOUND = { bom: 'found by its columns', placement: 'found by its columns', none: '' }

/** The files that go: the package or its design files, and the tables of parts with what each counts as. */
export const PushTables = ({
  draft,
  uses,
  onChange,
}: {
  draft: AskOutput<'push.draft'>
  uses: Readonly<Record<string, TableUse>>
  onChange: (uses: Readonly<Record<string, TableUse>>) => void
}): ReactNode => (
  <table className="approve-files">
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">Size</th>
        <th scope="col">Sent as</th>
      </tr>
    </thead>
    <tbody>
      {draft.content.map(({ path, as, bytes }) => (
        <tr key={path}>
          <td>{path}</td>
          <td className="num muted">{formatBytes(bytes)}</td>
          <td>{as === 'design' ? 'Design file' : 'The package as approved'}</td>
        </tr>
      ))}
      {draft.tables.map(({ path, bytes, found }) => (
        <tr key={path}>
          <td>{path}</td>
          <td className="num muted">{formatBytes(bytes)}</td>
          <td>
            <Choice
              label={`What ${path} is sent as`}
              hideLabel
              value={uses[path] ?? found ?? 'none'}
              options={USES}
              onChange={(use) => onChange({ ...uses, [path]: use })}
            />{' '}
            <span className="muted">{FOUND[found ?? 'none']}</span>
          </td>
        </tr>
      ))}
      {draft.tables.length === 0 && (
        <tr>
          <td colSpan={3} className="muted">
            The package has no bill of materials and no placement file.
          </td>
        </tr>
      )}
    </tbody>
  </table>
)
