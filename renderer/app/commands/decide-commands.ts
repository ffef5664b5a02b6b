import { stateOf } from '#renderer/state/slices/decisions.slice.ts'
import { selectFindingOf } from '#renderer/state/slices/review.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import type { Command, KeyScope } from './command.ts'

const CANVAS_OR_LIST: readonly KeyScope[] = ['canvas', 'list']
const hasBoard = (store: AppStore): boolean => store.getState().board !== null && store.getState().screen === 'board'
const canDecide = (store: AppStore): boolean => hasBoard(store) && store.getState().decisions !== null
const hasFinding = (store: AppStore): boolean => canDecide(store) && selectFindingOf(store.getState()) !== null

/** All places of the selected finding's cause, the finding itself first: the form shows there. */
const groupOf = (store: AppStore): readonly string[] => {
  const selected = selectFindingOf(store.getState())
  if (!selected) return []
  const others = store.getState().review?.findings.filter((f) => f.cause === selected.cause && f !== selected) ?? []
  return [selected, ...others].map((f) => f.fingerprint)
}

const isFix = (store: AppStore): boolean => stateOf(store.getState(), store.getState().selectedFinding ?? '')?.state === 'fix'

const toggleFix = (store: AppStore, fingerprints: readonly string[]): void =>
  void store.getState().markFindings(fingerprints, isFix(store) ? 'open' : 'fix')

/** On the selected finding; without one a place is asked for. */
const note = (store: AppStore): void => {
  const { selectedFinding, startNoting, setTool, goTo } = store.getState()
  goTo('review')
  if (selectedFinding) startNoting({ kind: 'finding', fingerprint: selectedFinding })
  else setTool('note')
}

const showNotes = (store: AppStore): void => {
  const { goTo, showPanel, sidePanel, stage } = store.getState()
  showPanel(stage === 'review' && sidePanel === 'notes' ? 'findings' : 'notes')
  goTo('review')
}

/** What can be decided on findings, and notes. */
export const decideCommands: readonly Command[] = [
  {
    id: 'finding.waive',
    title: 'Waive the finding…',
    group: 'Findings',
    keys: ['W'],
    scope: CANVAS_OR_LIST,
    isOn: hasFinding,
    run: (store) => store.getState().startWaiving(store.getState().selectedFinding),
  },
  {
    id: 'finding.waive-group',
    title: 'Waive the group of the finding…',
    group: 'Findings',
    keys: ['Shift+W'],
    scope: CANVAS_OR_LIST,
    isOn: hasFinding,
    run: (store) => store.getState().startWaiving(store.getState().selectedFinding, 'group'),
  },
  {
    id: 'finding.fix',
    title: 'To be fixed, or open again',
    group: 'Findings',
    keys: ['D'],
    scope: CANVAS_OR_LIST,
    isOn: hasFinding,
    run: (store) => toggleFix(store, [store.getState().selectedFinding!]),
  },
  {
    id: 'finding.fix-group',
    title: 'The group to be fixed, or open again',
    group: 'Findings',
    keys: ['Shift+D'],
    scope: CANVAS_OR_LIST,
    isOn: hasFinding,
    run: (store) => toggleFix(store, groupOf(store)),
  },
  {
    id: 'finding.assign',
    title: 'Assign the finding…',
    group: 'Findings',
    keys: ['A'],
    scope: CANVAS_OR_LIST,
    isOn: hasFinding,
    run: (store) => store.getState().startAssigning([store.getState().selectedFinding!]),
  },
  {
    id: 'finding.assign-group',
    title: 'Assign the group of the finding…',
    group: 'Findings',
    keys: ['Shift+A'],
    scope: CANVAS_OR_LIST,
    isOn: hasFinding,
    run: (store) => store.getState().startAssigning(groupOf(store)),
  },
  {
    id: 'finding.note',
    title: 'Note on the finding, or at a place…',
    group: 'Findings',
    keys: ['C'],
    scope: CANVAS_OR_LIST,
    isOn: canDecide,
    run: note,
  },
  {
    id: 'file.note',
    title: 'Note on the file…',
    group: 'File',
    keys: ['C'],
    scope: ['files'],
    isOn: (store) => canDecide(store) && store.getState().selectedFile !== null,
    run: (store) => {
      const { selectedFile, goTo, startNoting } = store.getState()
      goTo('review')
      if (selectedFile) startNoting({ kind: 'file', path: selectedFile })
    },
  },
  {
    id: 'notes',
    title: 'Notes, or findings',
    group: 'Findings',
    keys: ['Shift+C'],
    scope: ['review'],
    isOn: canDecide,
    run: showNotes,
  },
  {
    id: 'waivers',
    title: 'Waivers by how they stand',
    group: 'Findings',
    keys: [],
    isOn: canDecide,
    run: (store) => {
      store.getState().goTo('review')
      store.getState().showPanel('waivers')
    },
  },
  {
    id: 'undo',
    title: 'Undo what was decided last',
    group: 'Findings',
    keys: ['Mod+Z'],
    isOn: (store) => hasBoard(store) && !!store.getState().decisions?.history.undo,
    run: (store) => void store.getState().undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Findings',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isOn: (store) => hasBoard(store) && !!store.getState().decisions?.history.redo,
    run: (store) => void store.getState().redo(),
  },
]
