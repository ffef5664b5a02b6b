import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { SURE_ENOUGH } from '#core/identify/identified-file.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { FileRow } from '#renderer/bridge/model.ts'
import { roleText } from '#renderer/ui/role-names.ts'
import { fileId } from './file-list.tsx'

const StageSign = ({ file }: { file: FileRow }): ReactNode => {
  if (file.stage === 'failed') return <CircleAlert className="tone-error" size={17} aria-label="could not be read" />
  if (file.stage !== 'identified')
    return <CircleDashed className="muted" size={17} aria-label={file.stage === 'waiting' ? 'waiting' : 'read'} />
  if (file.role === 'unknown' || (file.role !== 'document' && file.sureness < SURE_ENOUGH && !file.chosen))
    return <CircleHelp className="tone-warning" size={17} aria-label="needs a look" />
  return <CircleCheck className="tone-clean" size={17} aria-label="identified" />
}

const EVIDENCE: Readonly<Record<string, string>> = { attribute: 'X2', job: 'job file', content: 'content', name: 'name', user: 'you' }

/** @returns how sure the role is, in words with a figure */
export const surenessText = (file: Pick<FileRow, 'sureness' | 'chosen' | 'role'>): string => {
  if (file.chosen) return 'set by you'
  if (file.role === 'unknown') return 'nothing tells what it is'
  return file.sureness >= SURE_ENOUGH ? `${Math.round(file.sureness * 100)} % sure` : `likely (${Math.round(file.sureness * 100)} %)`
}

interface FileItemProps {
  readonly file: FileRow
  readonly isSelected: boolean
  readonly position: number
  readonly total: number
}

/** A file: what it is, how sure, because of what, and what is wrong with it. */
export const FileItem = ({ file, isSelected, position, total }: FileItemProps): ReactNode => {
  const select = useApp((s) => s.selectFile)
  const edit = useApp((s) => s.editRole)
  const known = file.stage === 'identified'
  return (
    <div
      id={fileId(file.path)}
      className="file-item"
      role="option"
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={total}
      data-selected={isSelected || undefined}
      onClick={() => select(file.path)}
      onDoubleClick={() => edit(file.path)}
    >
      <StageSign file={file} />
      <div className="file-main">
        <div className="file-line">
          <span className="file-role">{known ? roleText(file) : file.stage === 'failed' ? 'Not read' : 'Reading…'}</span>
          <span className="file-path mono">{file.path}</span>
          {known && <span className="muted num file-sure">{surenessText(file)}</span>}
        </div>
        {known && (
          <div className="file-chips">
            {file.evidence.map((evidence, i) => (
              <span key={i} className="chip" title={evidence.says}>
                <b>{EVIDENCE[evidence.from] ?? evidence.from}</b>
                <span>{evidence.says}</span>
              </span>
            ))}
            {file.reason && <span className="chip">{file.reason}</span>}
            {file.generator && <span className="chip">{file.generator}</span>}
          </div>
        )}
        {file.drillSays && <p className="muted file-note num">{file.drillSays}</p>}
        {file.conflicts.map((conflict) => (
          <p key={conflict} className="tone-warning file-note">
            {conflict}
          </p>
        ))}
        {file.problems.slice(0, isSelected ? 20 : 2).map((problem, i) => (
          <p key={i} className="file-note" data-level={problem.level}>
            <span className={problem.level === 'error' ? 'tone-error' : problem.level === 'warning' ? 'tone-warning' : 'muted'}>
              {problem.level}
            </span>
            {problem.line > 0 && <span className="muted num"> line {problem.line}</span>} {problem.message}
          </p>
        ))}
        {!isSelected && file.problems.length > 2 && (
          <p className="muted file-note">{file.problems.length - 2} more, select the file to see them</p>
        )}
      </div>
      {known && (
        <span className="file-edit">
          <span className="sr-only">Press R to change what it is.</span>
          {isSelected && (
            <span className="chip" aria-hidden onClick={() => edit(file.path)}>
              <Pencil size={12} />
              Change <kbd>R</kbd>
            </span>
          )}
        </span>
      )}
    </div>
  )
}
