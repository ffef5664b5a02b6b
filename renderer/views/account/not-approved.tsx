import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** Says that only approved boards are sent, and leads to the approval. */
export const NotApproved = ({ message }: { message: string }): ReactNode => {
  const goTo = useApp((s) => s.goTo)
  return (
    <div className="conflict place-failure">
      <p>{message}</p>
      <div className="card-actions">
        <Button size="small" kind="primary" onPress={() => goTo('approve')}>
          To the approval
        </Button>
      </div>
    </div>
  )
}
