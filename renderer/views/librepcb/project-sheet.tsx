import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { NoLibrepcb, ServerChoice, useLibrepcbAccount } from './librepcb-account.tsx'
import { ProjectOrder } from './project-order.tsx'

/** Orders a LibrePCB project at any server. */
export const ProjectSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const { servers, chosen, choose } = useLibrepcbAccount()
  return (
    <Sheet title="Order a LibrePCB project" onClose={() => close(null)} wide>
      {servers === null && <p className="muted">Looking for servers…</p>}
      {servers?.length === 0 && <NoLibrepcb what="A project is uploaded to a LibrePCB server; the order goes on in the browser." />}
      {chosen && servers && (
        <>
          <ServerChoice servers={servers} chosen={chosen} onChange={choose} />
          <ProjectOrder key={chosen.id} account={chosen} />
        </>
      )}
    </Sheet>
  )
}
