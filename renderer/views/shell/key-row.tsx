import { RotateCcw } from 'lucide-react'
import { Fragment, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import type { Command } from '#renderer/app/commands/command.ts'
import { showKey, writtenKey } from '#renderer/app/commands/keys.ts'
import { problemOf } from '#renderer/app/commands/rebind.ts'
import { isMac, useCommands } from '#renderer/app/use-key.ts'
import { IconButton } from '#renderer/ui/button.tsx'

const Keys = ({ keys }: { keys: readonly string[] }): ReactNode =>
  keys.length === 0 ? (
    <kbd>none</kbd>
  ) : (
    keys.map((key, i) => (
      <Fragment key={key}>
        {i > 0 && <span className="sr-only"> or </span>}
        <kbd>{showKey(key, isMac)}</kbd>
      </Fragment>
    ))
  )

/** A command with its keys; pressing them asks for another one. */
export const KeyRow = ({ command }: { command: Command }): ReactNode => {
  const commands = useCommands()
  const own = useApp((s) => s.settings.keys)
  const change = useApp((s) => s.change)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { id, title, keys } = command
  const isOwn = own[id] !== undefined
  const set = (list: readonly string[] | null): void => {
    const { [id]: _, ...others } = own
    change({ keys: list ? { ...others, [id]: list } : others })
    setAsking(false)
    setProblem(null)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!isAsking || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const written = writtenKey(event.nativeEvent)
    if (written === 'Escape') {
      setAsking(false)
      setProblem(null)
      return
    }
    if (!written || event.type !== 'keydown') return
    const wrong = problemOf(commands, command, written)
    if (wrong) setProblem(wrong)
    else set([written])
  }
  return (
    <div>
      <dt>
        {title}
        {problem && (
          <span className="tone-error key-problem" role="alert">
            {problem}
          </span>
        )}
      </dt>
      <dd onKeyDownCapture={onKey} onKeyUpCapture={onKey} onBlur={() => setAsking(false)}>
        {isOwn && !isAsking && (
          <IconButton label={`The usual key of “${title}”`} onPress={() => set(null)}>
            <RotateCcw size={12} />
          </IconButton>
        )}
        <Button className="key-button" onPress={() => setAsking(true)}>
          {isAsking ? <kbd data-asking>Press a key</kbd> : <Keys keys={keys} />}
          <span className="sr-only">{isAsking ? ` for “${title}”; Esc leaves it` : ': change'}</span>
        </Button>
      </dd>
    </div>
  )
}
