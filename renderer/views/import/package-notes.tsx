import type { ReactNode } from 'react'
import { projectBoards } from '#core/read/librepcb/project-boards.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { plottedBoardOf } from '#renderer/state/slices/projects.slice.ts'
import { Choice } from '#renderer/ui/choice.tsx'

/** Which board of a LibrePCB project is looked at; shown only where there is a choice. */
const ProjectBoardChoice = (): ReactNode => {
  const files = useApp((s) => s.files)
  const open = useApp((s) => s.openProjectBoard)
  const paths = files.map(({ path }) => path)
  const boards = projectBoards(paths)?.boards ?? []
  const shown = plottedBoardOf(paths)
  if (boards.length < 2 || shown === null) return null
  return (
    <Choice
      label="Board of the project"
      value={shown}
      options={boards.map(({ name }) => ({ id: name, name }))}
      onChange={(name) => name !== shown && void open(name)}
    />
  )
}

/** What is to be known about the package as a whole: what was left out, opened or made up. */
export const PackageNotes = (): ReactNode => {
  const problems = useApp((s) => s.board?.problems ?? null)
  return (
    <div className="package-notes">
      <ProjectBoardChoice />
      {problems && problems.length > 0 && (
        <ul aria-label="Notes about the package">
          {problems.map((problem, i) => (
            <li key={i} className={problem.level === 'info' ? 'muted' : `tone-${problem.level}`}>
              {problem.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
