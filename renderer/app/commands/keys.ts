/** A key with its modifiers, as commands write it: `Mod+Shift+O`, `F8`, `?`, `Space`. `Mod` is Ctrl, on a Mac Command. */
export interface KeyStroke {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
}

/** @returns the parts of a written key */
export const parseKey = (written: string): KeyStroke => {
  const parts = written === '+' ? ['+'] : written.split(/\+(?!$)/)
  const key = parts.at(-1) ?? ''
  return { mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt'), key: key === 'Space' ? ' ' : key }
}

/** What is needed of a keyboard event. */
export interface KeyInput {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const isLetterOrDigit = (key: string): boolean => /^[a-z0-9]$/i.test(key)

/** @returns whether the event is this key; signs such as `?` match however the keyboard makes them */
export const isKey = (event: KeyInput, { mod, shift, alt, key }: KeyStroke): boolean => {
  if ((event.ctrlKey || event.metaKey) !== mod || event.altKey !== alt) return false
  if (key.length === 1 && !isLetterOrDigit(key) && key !== ' ') return event.key === key
  if (event.shiftKey !== shift) return false
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` || event.key === key
  return event.key.toLowerCase() === key.toLowerCase()
}

/** @returns the key of an event as commands write it; null for one that is only held */
export const writtenKey = ({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyInput): string | null => {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified'].includes(key)) return null
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  const isSign = key.length === 1 && !isLetterOrDigit(key) && key !== ' ' && !digit
  const name = digit && (ctrlKey || metaKey || altKey) ? digit : key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  // A sign is what it is, however the keyboard makes it.
  return [(ctrlKey || metaKey) && 'Mod', altKey && 'Alt', shiftKey && !isSign && 'Shift', name].filter(Boolean).join('+')
}

/** @returns whether a key is a single character without Ctrl or Alt: it may only act where it cannot be typing */
export const isSingleCharacter = ({ mod, alt, key }: KeyStroke): boolean => !mod && !alt && key.length === 1

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  '`': '`',
}

/** @returns a key as people read it: `Ctrl+K`, on a Mac `⌘K` */
export const showKey = (written: string, isMac: boolean): string => {
  const { mod, shift, alt, key } = parseKey(written)
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  if (isMac) return `${mod ? '⌘' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${name}`
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+')
}
