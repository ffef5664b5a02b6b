import { useState } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { useAnswer } from '../account/use-answer.ts'

type Project = AskOutput<'bom.projects'>[number]

export interface ChosenProject {
  /** Null until they are known. Newest first. */
  readonly projects: readonly Project[] | null
  /** The one that was chosen, else the one that the open board became, else the newest; null when there is none. */
  readonly project: Project | null
  /** The open board was sent there. */
  readonly isOfBoard: boolean
  readonly failure: { readonly code: string; readonly message: string } | null
  choose(id: number): void
  again(): void
}

/** Which project of an account a screen is about. */
export const useProject = (account: AccountShape): ChosenProject => {
  const board = useApp((s) => s.boardId)
  const all = useAnswer('bom.projects', { account: account.id }, account.checkedAt)
  const pushes = useAnswer('push.list', board === null ? null : { account: account.id, board })
  const [chosen, setChosen] = useState<number | null>(null)
  const ours = pushes.value?.find(({ made }) => made !== null)?.made?.project ?? null
  const projects = all.value && [...all.value].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  // Until it is known what the board became, nothing else is shown in its place.
  const isSettled = board === null || pushes.value !== null || pushes.failure !== null
  const wanted = chosen ?? ours
  const project = isSettled ? (projects?.find(({ id }) => id === wanted) ?? projects?.[0] ?? null) : null
  return {
    projects: isSettled ? projects : null,
    project,
    isOfBoard: project !== null && project.id === ours,
    failure: all.failure,
    choose: setChosen,
    again: all.again,
  }
}
