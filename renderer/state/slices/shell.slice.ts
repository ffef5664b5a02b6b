import type { HostInfo } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

export type Screen = 'home' | 'board' | 'compare'
export type Stage = 'import' | 'review' | 'approve' | 'order'
export type Dialog =
  | 'palette'
  | 'help'
  | 'settings'
  | 'log'
  | 'accounts'
  | 'account'
  | 'queue'
  | 'orders'
  | 'audit'
  | 'space'
  | 'capabilities'
  | 'keys'
  | 'production'
  | 'parts'
  | 'libraries'
  | 'project'
  | null
export type Tone = 'note' | 'success' | 'warning' | 'error'

/** What a dropped package becomes: a board of its own, the next revision of the open one, or a project to be ordered while that dialog is open. */
export type DropTarget = 'new' | 'revision' | 'project'

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** Something told in passing; toasts vanish, the log keeps it. */
export interface Notice {
  readonly id: number
  readonly at: number
  readonly tone: Tone
  readonly text: string
  /** More than a line: shown in the log and copied as details. */
  readonly details: string | null
  /** What can be done about it while it is shown. */
  readonly action: NoticeAction | null
}

export interface ShellSlice {
  readonly host: HostInfo | null
  readonly connected: boolean
  readonly screen: Screen
  readonly stage: Stage
  readonly dialog: Dialog
  /** Files are over the window, and what letting go makes of them; false = none are. */
  readonly dragging: DropTarget | false
  readonly notices: readonly Notice[]
  readonly figuresShown: boolean
  goHome(): void
  goTo(stage: Stage): void
  openDialog(dialog: Dialog): void
  setDragging(dragging: DropTarget | false): void
  notify(tone: Tone, text: string, details?: string, action?: NoticeAction): void
  toggleFigures(): void
}

const KEEP_NOTICES = 200

export const createShellSlice: Slice<ShellSlice> = (set, get) => ({
  host: null,
  connected: true,
  screen: 'home',
  stage: 'import',
  dialog: null,
  dragging: false,
  notices: [],
  figuresShown: false,
  goHome() {
    set({ screen: 'home', dialog: null })
    void get().loadLibrary()
  },
  goTo: (stage) => set((s) => (s.boardId || (s.screen === 'board' && !s.refusal) ? { screen: 'board', stage, dialog: null } : {})),
  openDialog: (dialog) => set({ dialog }),
  setDragging: (dragging) => set({ dragging }),
  notify: (tone, text, details, action) =>
    set((s) => {
      const id = (s.notices.at(-1)?.id ?? 0) + 1
      return {
        notices: [
          ...s.notices.slice(1 - KEEP_NOTICES),
          { id, at: Date.now(), tone, text, details: details ?? null, action: action ?? null },
        ],
      }
    }),
  toggleFigures: () => set((s) => ({ figuresShown: !s.figuresShown })),
})
