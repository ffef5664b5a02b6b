import { useState, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { EnterSubmits } from '#renderer/ui/enter-submits.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'

/** Asks for what an address needs, such as an id. */
export const PlacesForm = ({
  label,
  places,
  onFilled,
}: {
  label: string
  places: readonly string[]
  onFilled: (places: readonly string[]) => void
}): ReactNode => {
  const [texts, setTexts] = useState<readonly string[]>(places.map(() => ''))
  const isFilled = texts.every((text) => text.trim() !== '')
  const send = (): void => void (isFilled && onFilled(texts.map((text) => text.trim())))
  return (
    <form
      className="queue-line data-places"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {places.map((place, k) => (
        <TextInput
          key={`${place}${k}`}
          label={place === 'uuid' ? 'Id (UUID)' : place}
          value={texts[k] ?? ''}
          onChange={(text) => setTexts(texts.map((each, at) => (at === k ? text : each)))}
        />
      ))}
      <Button size="small" isDisabled={!isFilled} onPress={send}>
        {label}
      </Button>
      <EnterSubmits />
    </form>
  )
}
