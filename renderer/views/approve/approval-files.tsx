import type { ReactNode } from 'react'
import type { Plating, Role, Side } from '#core/identify/identified-file.ts'
import { roleText } from '#renderer/ui/role-names.ts'
import { ShortHash, type ApprovalState } from './approval-facts.tsx'

/** Names, roles and hashes of the files that are approved. */
export const ApprovalFiles = ({ state }: { state: ApprovalState }): ReactNode => (
  <details className="approve-part">
    <summary>
      <h3>Files</h3> <span className="chip num">{state.files.length}</span>
    </summary>
    <table className="approve-files">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What it is</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {state.files.map((file) => (
          <tr key={file.path}>
            <td className="mono">{file.path}</td>
            <td>{roleText({ role: file.role as Role, side: file.side as Side, order: file.order, plating: file.plating as Plating })}</td>
            <td>
              <ShortHash sha256={file.sha256} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)
