import { PackageX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { Refusal } from '#renderer/bridge/model.ts'
import { Button } from '#renderer/ui/button.tsx'

/** Why a package was not opened and what to do. */
export const RefusedPackage = ({ refusal }: { refusal: Refusal }): ReactNode => {
  const { choose } = useParts()
  const goHome = useApp((s) => s.goHome)
  return (
    <section className="empty-state" data-pane>
      <PackageX size={44} strokeWidth={1.3} aria-hidden className="tone-error" />
      <h2>This package was not opened</h2>
      <p role="alert">{refusal.message}</p>
      <p className="muted mono">{refusal.code}</p>
      <div className="form-actions">
        <Button onPress={goHome}>Home</Button>
        <Button kind="primary" onPress={() => choose(false)}>
          Open another…
        </Button>
      </div>
    </section>
  )
}
