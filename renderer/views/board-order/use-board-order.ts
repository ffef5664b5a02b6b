import { useCallback, useEffect, useState } from 'react'
import { useParts } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'

export type BoardOrderDraft = AskOutput<'boardOrder.get'>
export type BoardOrder = NonNullable<BoardOrderDraft['order']>
type Failure = { readonly code: string; readonly message: string }

/** Between two looks while something goes on, ms; this computer is asked only. */
const LOOK_MS = 500

export interface UsedBoardOrder {
  readonly draft: BoardOrderDraft | null
  readonly failure: Failure | null
  /** Takes over an answer about the order. */
  show(order: BoardOrder): void
  again(): void
}

/** What is known of the board's order at an account, looked at anew while it goes on. */
export const useBoardOrder = (account: string, board: string): UsedBoardOrder => {
  const { backend } = useParts()
  const [draft, setDraft] = useState<BoardOrderDraft | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void backend.ask('boardOrder.get', { account, board }).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setDraft(reply.value)
      setFailure(reply.ok ? null : reply.error)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, account, board, round])
  const state = draft?.order?.state
  const again = useCallback(() => setRound((n) => n + 1), [])
  useEffect(() => {
    if (state !== 'running' && state !== 'waiting') return
    const timer = setTimeout(again, LOOK_MS)
    return () => clearTimeout(timer)
  }, [state, draft, again])
  return { draft, failure, again, show: (order) => setDraft((before) => before && { ...before, order }) }
}
