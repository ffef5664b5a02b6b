import type { Command } from './command.ts'

export const KEY_PRESETS = ['own', 'kicad', 'gerbv'] as const
export type KeyPreset = (typeof KEY_PRESETS)[number]

/**
 * Keys that differ from ours, by command, for hands that know another viewer.
 * @source KiCad 9 default hotkeys (PCB editor and GerbView); gerbv 2.10 menus
 */
export const PRESETS: Readonly<Record<KeyPreset, Readonly<Record<string, readonly string[]>>>> = {
  own: {},
  kicad: {
    'view.zoom-in': ['F1', '+', '='],
    'view.zoom-out': ['F2', '-'],
    'view.fit': ['Home'],
    'view.draws': ['L'],
    'view.flashes': ['F'],
    'view.regions': ['P'],
    'view.clear': ['N'],
    'inspect.next': ['Shift+N'],
    measure: ['Mod+Shift+M', 'M'],
  },
  gerbv: {
    'view.zoom-in': ['Z', '+', '='],
    'view.zoom-out': ['Shift+Z', '-'],
    'view.zoom-box': ['F3'],
    measure: ['F4', 'M'],
  },
}

/** What a person chose: a preset, and keys of their own by command; an empty list = no key. */
export interface KeyChoice {
  readonly keyPreset: KeyPreset
  readonly keys: Readonly<Record<string, readonly string[]>>
}

/** @returns the keys of a command as they were chosen; the first is the one shown */
export const keysOf = (command: Command, { keyPreset, keys }: KeyChoice): readonly string[] =>
  keys[command.id] ?? PRESETS[keyPreset][command.id] ?? command.keys

/** @returns the commands with the keys that were chosen */
export const withKeys = (commands: readonly Command[], choice: KeyChoice): readonly Command[] =>
  commands.map((command) => ({ ...command, keys: keysOf(command, choice) }))
