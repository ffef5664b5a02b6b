import type { CompareProgressShape, ComparisonShape, ExpectedEdit, ObjectChangeShape } from '#core/ipc/compare.ipc.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import type { AppState, Slice } from '../app-state.ts'

/** One of the two compared: a board and one of its revisions, null = the newest. */
export interface ComparedSide {
  readonly board: string
  readonly revision: number | null
}

export type CompareLook = 'overlay' | 'slider' | 'beside' | 'before' | 'after'
/** What is shown for a moment while blinking. */
export type Blink = 'before' | 'after' | null

/** What commands do with the canvas of a comparison. */
export interface CompareView {
  readonly viewer: BoardViewer
  fit(): void
  /** Frames a place, mm. */
  frame(box: readonly [number, number, number, number]): void
}

export interface CompareSlice {
  readonly comparedFrom: ComparedSide | null
  readonly comparedTo: ComparedSide | null
  readonly comparison: ComparisonShape | null
  readonly isComparing: boolean
  readonly compareFailure: string | null
  readonly isShiftRefused: boolean
  readonly look: CompareLook
  readonly blink: Blink
  /** `held`: until the key is let go. */
  readonly blinking: 'off' | 'held' | 'on'
  /** The canvas, while its screen is open. */
  readonly compareView: CompareView | null
  /** How far the work has come; null when it did not say so yet. */
  readonly compareProgress: CompareProgressShape | null
  /** Where the divider of the slider stands, 0..1 of the width. */
  readonly divider: number
  /** The layer that is held against its other self. */
  readonly comparedLayer: string | null
  /** Number of the difference that is looked at. */
  readonly selectedChange: number | null
  /** Accepted differences are listed too. */
  readonly showsAccepted: boolean
  readonly acceptedEdits: readonly ExpectedEdit[]
  openComparison(): void
  setSide(side: 'from' | 'to', value: ComparedSide): void
  compare(refuseShift: boolean): Promise<void>
  stopComparing(): void
  /** Ends what runs and lets go of what was compared: its screen is left. */
  forgetComparison(): void
  closeComparison(): void
  /** Steps back: from the difference that is looked at, else out of the comparison. */
  leaveComparison(): void
  setLook(look: CompareLook): void
  nextLook(): void
  setBlink(blink: Blink): void
  holdBlink(): void
  toggleBlinking(): void
  stopBlinking(): void
  setDivider(at: number): void
  compareLayer(layer: string): void
  /** The next or previous layer that differs. */
  stepComparedLayer(by: 1 | -1): void
  selectChange(number: number | null): void
  /** Goes to the next or previous difference that is listed, over all layers. */
  walkChanges(by: 1 | -1): void
  toggleAcceptedShown(): void
  acceptEdits(kind: ExpectedEdit, accepted: boolean): Promise<void>
  turnComparison(back: boolean): Promise<void>
}

const PROGRESS_MS = 400
const LOOKS: readonly CompareLook[] = ['overlay', 'slider', 'beside']

type Listing = Pick<AppState, 'comparison' | 'acceptedEdits' | 'showsAccepted'>

let listedFor: { of: Listing; changes: readonly ObjectChangeShape[] } | null = null

/** @returns the differences that are listed: without those of accepted kinds, unless they are shown; the same list until something changes */
export const selectChanges = (state: Listing): readonly ObjectChangeShape[] => {
  const { comparison, acceptedEdits, showsAccepted } = state
  const known = listedFor?.of
  if (listedFor && known?.comparison === comparison && known.acceptedEdits === acceptedEdits && known.showsAccepted === showsAccepted)
    return listedFor.changes
  const all = comparison?.diff.objects ?? []
  const changes = showsAccepted ? all : all.filter((o) => o.expected === null || !acceptedEdits.includes(o.expected))
  listedFor = { of: { comparison, acceptedEdits, showsAccepted }, changes }
  return changes
}

const firstLayer = ({ diff }: ComparisonShape): string | null =>
  (diff.layers.find((l) => !l.state.startsWith('same')) ?? diff.layers[0])?.id ?? null

const GONE = { comparison: null, comparedLayer: null, selectedChange: null, compareFailure: null } as const

export const createCompareSlice =
  (backend: Backend): Slice<CompareSlice> =>
  (set, get) => ({
    ...GONE,
    comparedFrom: null,
    comparedTo: null,
    isComparing: false,
    isShiftRefused: false,
    look: 'overlay',
    blink: null,
    blinking: 'off',
    compareView: null,
    compareProgress: null,
    divider: 0.5,
    showsAccepted: false,
    acceptedEdits: [],
    openComparison: () => set({ screen: 'compare', dialog: null }),
    setSide: (side, value) => set(side === 'from' ? { comparedFrom: value } : { comparedTo: value }),
    async compare(refuseShift) {
      const { comparedFrom: from, comparedTo: to, isComparing } = get()
      const capability = get().capability ?? get().settings.capability ?? get().standardCapability
      if (!from || !to || !capability || isComparing) return
      set({ isComparing: true, compareFailure: null })
      const asking = setInterval(() => {
        void backend.ask('compare.progress', {}).then((progress) => {
          if (progress.ok && get().isComparing) set({ compareProgress: progress.value })
        })
      }, PROGRESS_MS)
      const reply = await backend.ask('compare.run', { from, to, capability, refuseShift })
      clearInterval(asking)
      set({ isComparing: false, compareProgress: null })
      if (reply.ok) {
        const comparison = reply.value
        set({ ...GONE, comparison, isShiftRefused: refuseShift, comparedLayer: firstLayer(comparison), acceptedEdits: comparison.accepted })
      } else if (reply.error.code !== 'cancelled') set({ compareFailure: reply.error.message })
    },
    stopComparing: () => void backend.ask('compare.cancel', {}),
    forgetComparison() {
      if (get().isComparing) get().stopComparing()
      set({ ...GONE, blink: null, blinking: 'off' })
    },
    closeComparison: () => set({ screen: get().boardId ? 'board' : 'home' }),
    leaveComparison() {
      if (get().selectedChange !== null) set({ selectedChange: null })
      else get().closeComparison()
    },
    setLook: (look) => set({ look, blink: null, blinking: 'off' }),
    nextLook: () => set((s) => ({ look: LOOKS[(LOOKS.indexOf(s.look) + 1) % LOOKS.length]!, blink: null, blinking: 'off' })),
    setBlink: (blink) => set({ blink }),
    holdBlink: () => set((s) => (s.blinking === 'off' ? { blinking: 'held' } : {})),
    toggleBlinking: () => (get().blinking === 'off' ? set({ blinking: 'on' }) : get().stopBlinking()),
    stopBlinking: () => set({ blinking: 'off', blink: null }),
    setDivider: (at) => set({ divider: Math.min(1, Math.max(0, at)) }),
    compareLayer: (comparedLayer) => set({ comparedLayer, selectedChange: null }),
    stepComparedLayer(by) {
      const { comparison, comparedLayer } = get()
      const layers = comparison?.diff.layers.filter((l) => !l.state.startsWith('same')) ?? []
      const at = layers.findIndex((l) => l.id === comparedLayer)
      const next = layers[at < 0 ? 0 : (at + by + layers.length) % layers.length]
      if (next) get().compareLayer(next.id)
    },
    selectChange(number) {
      const change = get().comparison?.diff.objects.find((o) => o.number === number)
      set(change ? { selectedChange: number, comparedLayer: change.layer } : { selectedChange: null })
    },
    walkChanges(by) {
      const changes = selectChanges(get())
      if (changes.length === 0) return
      const at = changes.findIndex((o) => o.number === get().selectedChange)
      const next = at < 0 ? (by > 0 ? 0 : changes.length - 1) : (at + by + changes.length) % changes.length
      get().selectChange(changes[next]!.number)
    },
    toggleAcceptedShown: () => set((s) => ({ showsAccepted: !s.showsAccepted })),
    async acceptEdits(kind, accepted) {
      const board = get().comparison?.from.board
      if (!board) return
      const before = get().acceptedEdits
      // Ahead of the reply; taken back if refused.
      set({ acceptedEdits: accepted ? [...before, kind] : before.filter((k) => k !== kind) })
      const reply = await backend.ask('compare.accept', { board, kind, accepted })
      set(reply.ok ? { acceptedEdits: reply.value } : { acceptedEdits: before, compareFailure: reply.error.message })
    },
    async turnComparison(back) {
      const board = get().comparison?.from.board
      if (!board) return
      const reply = await backend.ask(back ? 'history.undo' : 'history.redo', { board })
      if (!reply.ok) {
        get().notify('note', reply.error.message)
        return
      }
      get().notify('success', `${back ? 'Took back' : 'Did again'}: ${reply.value.did}`)
      const accepted = await backend.ask('compare.accepted', { board })
      if (accepted.ok) set({ acceptedEdits: accepted.value })
      else set({ compareFailure: accepted.error.message })
    },
  })
