import { useCallback, useEffect, useState } from 'react'
import { useParts } from '#renderer/app/app-context.tsx'
import type { AskInput, AskName, AskOutput } from '#renderer/bridge/ask.ts'

export interface Answered<T> {
  /** The newest answer; stays while it is asked again. */
  readonly value: T | null
  readonly failure: { readonly code: string; readonly message: string } | null
  readonly isAsking: boolean
  again(): void
}

/**
 * Asks when the component appears, and again whenever the input or `since` is another.
 * @param input null = nothing is asked yet
 * @param since something that changes when an answer may be another one, such as the account's last check
 */
export const useAnswer = <N extends AskName>(name: N, input: AskInput<N> | null, since: unknown = null): Answered<AskOutput<N>> => {
  const { backend } = useParts()
  const [answer, setAnswer] = useState<Pick<Answered<AskOutput<N>>, 'value' | 'failure'> & { of: string | null }>({
    value: null,
    failure: null,
    of: null,
  })
  const [round, setRound] = useState(0)
  const wanted = input === null ? null : JSON.stringify(input)
  const key = wanted === null ? null : `${wanted}\n${String(since)}\n${round}`
  useEffect(() => {
    if (wanted === null || key === null) return
    let isCurrent = true
    void backend.ask(name, JSON.parse(wanted) as AskInput<N>).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setAnswer({ value: reply.value as AskOutput<N>, failure: null, of: key })
      else setAnswer({ value: null, failure: reply.error, of: key })
    })
    return () => {
      isCurrent = false
    }
  }, [backend, name, wanted, key])
  return { value: answer.value, failure: answer.failure, isAsking: key !== answer.of, again: useCallback(() => setRound((r) => r + 1), []) }
}
