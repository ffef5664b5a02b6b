import { useEffect, useState, type ReactNode } from 'react'
import type { BomRowShape, BomShape } from '#core/ipc/parts.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { boxMmToNm } from '#renderer/state/show-finding.ts'
import { counted } from '#renderer/ui/format-value.ts'

/** Room shown around a part, mm. */
const AROUND_MM = 6

const PartRow = ({ row, onShow }: { row: BomRowShape; onShow: (row: BomRowShape) => void }): ReactNode => {
  const hasPlace = row.parts.some((p) => p.place)
  return (
    <tr data-off={row.fitted === false || undefined}>
      <td className="num">{row.quantity}</td>
      <td>
        {hasPlace ? (
          <button type="button" className="link" onClick={() => onShow(row)}>
            {row.parts.map((p) => p.ref).join(', ')}
          </button>
        ) : (
          row.parts.map((p) => p.ref).join(', ')
        )}
      </td>
      <td>{row.value ?? ''}</td>
      <td className="muted">{row.footprint ?? ''}</td>
      <td className="mono">{Object.values(row.partNumbers).join(', ')}</td>
      <td>{row.fitted === false ? 'not fitted' : ''}</td>
    </tr>
  )
}

/** The parts that the package itself lists: bill of materials, placement lists, X3 components. Works offline. */
export const PackageParts = (): ReactNode => {
  const { backend, store } = useParts()
  const close = useApp((s) => s.openDialog)
  const board = useApp((s) => s.boardId)
  const [bom, setBom] = useState<BomShape | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    if (!board) return
    let isCurrent = true
    void backend.ask('bom.get', { board }).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setBom(reply.value)
      else setFailure(reply.error.message)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, board])
  const show = (row: BomRowShape): void => {
    const at = row.parts.find((p) => p.place)?.place
    if (!at) return
    close(null)
    store.getState().goTo('review')
    const box = [at.xMm - AROUND_MM, at.yMm - AROUND_MM, at.xMm + AROUND_MM, at.yMm + AROUND_MM] as const
    requestAnimationFrame(() => store.getState().viewer?.fit(boxMmToNm(box), 0))
  }
  return (
    <>
      {failure && (
        <p className="tone-error" role="alert">
          {failure}
        </p>
      )}
      {bom === null && !failure && <p className="muted">Reading…</p>}
      {bom?.rows.length === 0 && (
        <p className="muted">The package lists no parts: it has no bill of materials, no placement list and no component attributes.</p>
      )}
      {bom && bom.differences.length > 0 && (
        <ul className="approve-list">
          {bom.differences.map(({ ref, says }) => (
            <li key={`${ref}${says}`} className="tone-warning">
              <span className="plain-text">{says}</span>
            </li>
          ))}
        </ul>
      )}
      {bom && bom.rows.length > 0 && (
        <>
          <p className="muted num">
            {counted(bom.rows.length, 'line')} from {bom.sources.map((s) => s.path.split('/').at(-1)).join(', ')}
          </p>
          <table className="approve-files">
            <thead>
              <tr>
                <th scope="col">Qty</th>
                <th scope="col">Parts</th>
                <th scope="col">Value</th>
                <th scope="col">Footprint</th>
                <th scope="col">Part number</th>
                <th scope="col">Fitted</th>
              </tr>
            </thead>
            <tbody>
              {bom.rows.map((row) => (
                <PartRow key={row.id} row={row} onShow={show} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
