import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useParts } from '#renderer/app/app-context.tsx'
import type { AskInput, AskOutput } from '#renderer/bridge/ask.ts'
import type { ResourceEntry, RowChoice } from '#renderer/state/slices/resources.slice.ts'

export type Row = Readonly<Record<string, unknown>>

export interface ReadRows {
  readonly rows: readonly Row[]
  /** Over all pages; null where the server does not say. */
  readonly total: number | null
  readonly isReading: boolean
  readonly isWhole: boolean
  readonly failure: { readonly code: string; readonly message: string } | null
  /** Reads the next page; nothing while one is being read or when there is none. */
  more(): void
}

const PAGE_ROWS = 100

interface Read {
  readonly rows: readonly Row[]
  readonly total: number | null
  readonly isWhole: boolean
  readonly failure: ReadRows['failure']
}

const NOTHING: Read = { rows: [], total: null, isWhole: false, failure: null }

/** The rows with those of another page. A server that knows another paging sends the same page again: it ends there. */
const withPage = (before: Read, { rows: found, total }: AskOutput<'resources.list'>): Read => {
  const first = JSON.stringify(found[0]?.row)
  const isSame = found.length > 0 && before.rows.length > 0 && first === JSON.stringify(before.rows[before.rows.length - found.length])
  const rows = isSame ? before.rows : [...before.rows, ...found.map(({ row }) => row)]
  const isWhole = isSame || found.length === 0 || (total === null ? found.length < PAGE_ROWS : rows.length >= total)
  return { rows, total, isWhole, failure: null }
}

/** Reads a list page by page. @param round raised to read it anew */
export const useRows = (account: string, entry: ResourceEntry, choice: RowChoice, round: number): ReadRows => {
  const { backend } = useParts()
  const { name, sortsThere } = entry
  const [read, setRead] = useState<{ readonly of: string; readonly read: Read }>({ of: '', read: NOTHING })
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const { sort, ...which } = choice
  // As a text: sorting here what was read asks nothing of the server.
  const text = JSON.stringify({ account, name, ...which, sort: sortsThere ? sort : null })
  const asked = useMemo(() => JSON.parse(text) as Omit<AskInput<'resources.list'>, 'offset' | 'limit'>, [text])
  const of = `${text} ${round}`
  /** An answer to what is not asked for any more is dropped. */
  const current = useRef('')

  const page = useCallback(
    async (before: Read): Promise<void> => {
      setBusyWith(of)
      const reply = await backend.ask('resources.list', { ...asked, offset: before.rows.length, limit: PAGE_ROWS })
      if (current.current !== of) return
      setBusyWith(null)
      setRead({ of, read: reply.ok ? withPage(before, reply.value) : { ...before, failure: reply.error } })
    },
    [backend, asked, of],
  )
  useEffect(() => {
    current.current = of
    queueMicrotask(() => void (current.current === of && page(NOTHING)))
    return () => {
      current.current = ''
    }
  }, [page, of])
  const shown = read.of === of ? read.read : NOTHING
  const isReading = busyWith === of || read.of !== of
  return {
    ...shown,
    isReading,
    more() {
      if (!isReading && !shown.isWhole && shown.failure === null) void page(shown)
    },
  }
}
