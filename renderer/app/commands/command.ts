import type { AppStore } from '#renderer/state/store.ts'

/** Where a command's keys act. `canvas` and `list`: only while that part has the focus. */
export type KeyScope = 'anywhere' | 'review' | 'canvas' | 'list' | 'files'

export type CommandGroup = 'File' | 'Go' | 'View' | 'Layers' | 'Findings' | 'Compare' | 'Measure and inspect' | 'Help'

/** One thing that can be done: in the palette, by key, in tooltips and in the keyboard sheet. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: CommandGroup
  /** Written as `Mod+K`; the first is the one shown. */
  readonly keys: readonly string[]
  /** Scopes in which the keys act; default anywhere. */
  readonly scope?: readonly KeyScope[]
  /** False: neither offered nor run. */
  readonly isOn?: (store: AppStore) => boolean
  /** Left out of the palette: needs the keyboard or the pointer at a place. */
  readonly isHidden?: boolean
  run(store: AppStore): void
}
