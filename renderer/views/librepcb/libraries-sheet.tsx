import { useEffect, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { KeptList, RemovedList } from './kept-list.tsx'
import { LibrariesBrowser } from './libraries-browser.tsx'
import { NoLibrepcb, ServerChoice, useLibrepcbAccount } from './librepcb-account.tsx'

/** LibrePCB's libraries of any server. */
export const LibrariesSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const loadKept = useApp((s) => s.loadKeptLibraries)
  const { servers, chosen, choose } = useLibrepcbAccount()
  useEffect(() => void loadKept(), [loadKept])
  return (
    <Sheet title="LibrePCB libraries" onClose={() => close(null)} wide>
      {servers === null && <p className="muted">Looking for servers…</p>}
      {servers?.length === 0 && (
        <>
          <NoLibrepcb what="Libraries hold the parts, footprints and symbols of LibrePCB projects. They come from a server." />
          <RemovedList />
          <KeptList />
        </>
      )}
      {chosen && servers && (
        <LibrariesBrowser account={chosen}>
          <ServerChoice servers={servers} chosen={chosen} onChange={choose} />
        </LibrariesBrowser>
      )}
    </Sheet>
  )
}
