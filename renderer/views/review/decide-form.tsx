import { useEffect, useState, type ReactNode } from 'react'

/** Brings a form that opened inside the list into view. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

/** Gives the focus back to where it was before the form took it, unless it has gone elsewhere meanwhile. */
const useFocusBack = (): void => {
  const [before] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null))
  useEffect(
    () => () =>
      void requestAnimationFrame(() => {
        if (document.activeElement && document.activeElement !== document.body) return
        // A button in a card may be gone; the list that it was in is not.
        const target = before?.isConnected && before !== document.body ? before : document.querySelector<HTMLElement>('[data-keys="list"]')
        target?.focus()
      }),
    [before],
  )
}

interface DecideFormProps {
  readonly name: string
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form among what is decided on: Ctrl+Enter sends it, Esc leaves it. */
export const DecideForm = ({ name, onSend, onClose, children }: DecideFormProps): ReactNode => {
  useFocusBack()
  return (
    <form
      ref={intoView}
      className="waive-form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          onSend()
        }
      }}
    >
      {children}
    </form>
  )
}

/** Texts given lately, to take one of them again. */
export const RecentTexts = ({
  name,
  texts,
  onTake,
}: {
  name: string
  texts: readonly string[]
  onTake: (text: string) => void
}): ReactNode =>
  texts.length > 0 && (
    <div className="recent-reasons" role="group" aria-label={name}>
      {texts.map((text) => (
        <button key={text} type="button" className="toggle-chip" onClick={() => onTake(text)}>
          {text}
        </button>
      ))}
    </div>
  )
