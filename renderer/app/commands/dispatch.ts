import type { AppStore } from '#renderer/state/store.ts'
import type { Command, KeyScope } from './command.ts'
import { withKeys } from './presets.ts'
import { isKey, isSingleCharacter, parseKey } from './keys.ts'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="slider"]'

/** @returns the scopes that an element with focus lies in */
export const scopesOf = (element: Element | null): ReadonlySet<KeyScope> => {
  const scopes = new Set<KeyScope>(['anywhere'])
  const marked = element?.closest('[data-keys]')?.getAttribute('data-keys')
  if (marked === 'canvas' || marked === 'list' || marked === 'files') scopes.add(marked)
  if (element?.closest('[data-stage="review"]') || marked) scopes.add('review')
  return scopes
}

/** Where a key was pressed and what may act there. */
export interface KeyPlace {
  readonly scopes: ReadonlySet<KeyScope>
  readonly isTyping: boolean
  readonly dialogOpen: boolean
  readonly singleKeys: boolean
}

/** @returns the command that a key runs at a place, or null */
export const commandFor = (
  commands: readonly Command[],
  event: Parameters<typeof isKey>[0],
  place: KeyPlace,
  store: AppStore,
): Command | null => {
  for (const command of commands) {
    const scope = command.scope ?? ['anywhere']
    if (!scope.some((s) => place.scopes.has(s))) continue
    for (const written of command.keys) {
      const stroke = parseKey(written)
      if (!isKey(event, stroke)) continue
      // Dialogs keep their keys, Escape included.
      if (place.dialogOpen && command.id !== 'palette') continue
      const single = isSingleCharacter(stroke)
      if (single && (place.isTyping || !place.singleKeys)) continue
      if (place.isTyping && !stroke.mod && !/^F\d+$/.test(stroke.key)) continue
      if (command.isOn && !command.isOn(store)) continue
      return command
    }
  }
  return null
}

/** Runs commands by key. @returns a function that stops listening */
export const listenToKeys = (commands: readonly Command[], store: AppStore): (() => void) => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const focus = document.activeElement
    // Enter and Space belong to the button that has the focus.
    if ((event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey && focus?.matches('button, a, summary')) return
    const place: KeyPlace = {
      scopes: scopesOf(focus),
      isTyping: focus?.matches(TYPING) ?? false,
      dialogOpen: store.getState().dialog !== null || document.querySelector('[role="dialog"], .popover') !== null,
      singleKeys: store.getState().settings.singleKeys,
    }
    const command = commandFor(withKeys(commands, store.getState().settings), event, place, store)
    if (!command) return
    event.preventDefault()
    command.run(store)
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
