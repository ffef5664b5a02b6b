import { useEffect } from 'react'
import type { PartsLibraryShape } from '#core/ipc/parts-libraries.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'

const AT_ONCE = 3

/** Fetches the pictures of the libraries shown, a few at a time, as long as they are shown. */
export const useIcons = (shown: readonly PartsLibraryShape[]): void => {
  const load = useApp((s) => s.loadLibraryIcon)
  useEffect(() => {
    let isCurrent = true
    const wanted = shown.filter(({ hasIcon }) => hasIcon).map(({ uuid }) => uuid)
    const work = async (): Promise<void> => {
      for (let uuid = wanted.shift(); uuid !== undefined && isCurrent; uuid = wanted.shift()) await load(uuid)
    }
    for (let k = 0; k < AT_ONCE; k++) void work()
    return () => {
      isCurrent = false
    }
  }, [shown, load])
}
