import { useId, useState, type ReactNode } from 'react'
import type { Result } from '#core/base/result.ts'

type Read = (typed: string) => Result<unknown, { readonly code: string; readonly message: string }>

/** A field of the table: taken over on Enter or when it is left; Escape takes back what was typed. */
const CellInput = ({
  label,
  shown,
  read,
  onTake,
  unit,
  isNumber,
}: {
  label: string
  shown: string
  read: Read
  onTake: (value: unknown) => void
  unit: ReactNode
  isNumber?: boolean
}): ReactNode => {
  const id = useId()
  const [typed, setTyped] = useState(shown)
  const [problem, setProblem] = useState<string | null>(null)
  const [known, setKnown] = useState(shown)
  // What was saved may read otherwise than it was typed.
  if (known !== shown) {
    setKnown(shown)
    setTyped(shown)
    setProblem(null)
  }
  const take = (): void => {
    if (typed === shown) return setProblem(null)
    const value = read(typed)
    setProblem(value.ok ? null : value.error.message)
    if (value.ok) onTake(value.value)
  }
  return (
    <>
      <input
        className="cell-input"
        data-number={isNumber || undefined}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
          if (event.key !== 'Escape' || typed === shown) return
          event.stopPropagation()
          setTyped(shown)
          setProblem(null)
        }}
      />
      {unit}
      {problem && (
        <p id={id} className="tone-error cell-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

export interface Cell {
  readonly label: string
  readonly text: string
  /** Null: only shown. */
  readonly read: Read | null
  readonly onTake: (value: unknown) => void
}

/** One figure: what it is, its value, where it comes from and of when it is. */
export const FigureRow = ({
  title,
  unit,
  note,
  cells,
  isOwn,
}: {
  title: string
  unit: string
  note?: string | null
  cells: readonly Cell[]
  isOwn: boolean
}): ReactNode => (
  <tr>
    <th scope="row">
      {title}
      {note && <span className="muted figure-note">{note}</span>}
    </th>
    {cells.map(({ label, text, read, onTake }, i) => {
      const isFigure = i < cells.length - 2
      const sign = isFigure && unit !== '' && <span className="muted"> {unit}</span>
      return (
        <td key={label} className={isFigure ? 'num' : undefined}>
          {isOwn && read ? (
            <CellInput label={`${title}, ${label}`} shown={text} read={read} onTake={onTake} unit={sign} isNumber={isFigure} />
          ) : (
            <>
              {text || <span className="muted">–</span>}
              {text && sign}
            </>
          )}
        </td>
      )
    })}
  </tr>
)
