import type { AppStore } from '#renderer/state/store.ts'
import type { Stage } from '#renderer/state/slices/shell.slice.ts'
import { canOrder } from '#renderer/views/order/order-button.tsx'
import type { Command } from './command.ts'
import { movePane } from './move-pane.ts'

const STAGES: readonly (readonly [Stage, string])[] = [
  ['import', 'Import'],
  ['review', 'Review'],
  ['approve', 'Approve'],
  ['order', 'Order'],
]

const hasBoardId = (store: AppStore): boolean => store.getState().boardId !== null

/** Commands of the application as a whole. `choose` opens the page's file dialog. */
export const appCommands = (choose: (folder: boolean, revisionOf?: string) => void): readonly Command[] => [
  { id: 'open', title: 'Open a package…', group: 'File', keys: ['Mod+O'], run: () => choose(false) },
  { id: 'open.folder', title: 'Open a folder…', group: 'File', keys: ['Mod+Shift+O'], run: () => choose(true) },
  {
    id: 'open.revision',
    title: 'Open a package as the next revision…',
    group: 'File',
    keys: [],
    isOn: (store) => store.getState().screen === 'board' && store.getState().decisions !== null,
    run: (store) => choose(false, store.getState().decisions?.board),
  },
  {
    id: 'open.sample',
    title: 'Try the sample board',
    group: 'File',
    keys: [],
    run: (store) => void store.getState().open({ kind: 'sample' }),
  },
  { id: 'home', title: 'Home', group: 'Go', keys: ['Alt+Home'], run: (store) => store.getState().goHome() },
  ...STAGES.map(([stage, title], i): Command => ({
    id: `go.${stage}`,
    title: `${title} stage`,
    group: 'Go',
    keys: [`Alt+${i + 1}`],
    isOn: hasBoardId,
    run: (store) => store.getState().goTo(stage),
  })),
  { id: 'pane.next', title: 'Next pane', group: 'Go', keys: ['F6'], run: () => movePane(1) },
  { id: 'pane.previous', title: 'Previous pane', group: 'Go', keys: ['Shift+F6'], run: () => movePane(-1) },
  {
    id: 'palette',
    title: 'Command palette',
    group: 'Go',
    keys: ['Mod+K', 'Mod+Shift+P'],
    isHidden: true,
    run: (store) => store.getState().openDialog('palette'),
  },
  { id: 'find', title: 'Find in findings', group: 'Go', keys: ['Mod+F'], isOn: hasBoardId, run: (store) => findInFindings(store) },
  { id: 'settings', title: 'Settings', group: 'File', keys: ['Mod+,'], run: (store) => store.getState().openDialog('settings') },
  { id: 'capabilities', title: 'Capabilities…', group: 'File', keys: [], run: (store) => store.getState().openDialog('capabilities') },
  { id: 'accounts', title: 'Accounts…', group: 'File', keys: [], run: (store) => store.getState().openDialog('accounts') },
  { id: 'queue', title: 'Outgoing…', group: 'Go', keys: ['Mod+Shift+Q'], run: (store) => store.getState().openDialog('queue') },
  { id: 'orders', title: 'Orders…', group: 'Go', keys: [], run: (store) => store.getState().openDialog('orders') },
  { id: 'keys', title: 'Keys of the service…', group: 'File', keys: [], run: (store) => store.getState().openDialog('keys') },
  { id: 'production', title: 'Production…', group: 'Go', keys: [], run: (store) => store.getState().openDialog('production') },
  {
    id: 'parts',
    title: 'Parts of the board…',
    group: 'Go',
    keys: [],
    isOn: hasBoardId,
    run: (store) => store.getState().openDialog('parts'),
  },
  { id: 'libraries', title: 'LibrePCB libraries…', group: 'File', keys: [], run: (store) => store.getState().openDialog('libraries') },
  { id: 'project', title: 'Order a LibrePCB project…', group: 'File', keys: [], run: (store) => store.getState().openDialog('project') },
  { id: 'space', title: 'Space and clean-up…', group: 'File', keys: [], run: (store) => store.getState().openDialog('space') },
  { id: 'audit', title: 'Audit log…', group: 'Help', keys: [], run: (store) => store.getState().openDialog('audit') },
  { id: 'log', title: 'Messages so far', group: 'Help', keys: [], run: (store) => store.getState().openDialog('log') },
  { id: 'help', title: 'Keyboard sheet', group: 'Help', keys: ['?'], run: (store) => store.getState().openDialog('help') },
  { id: 'figures', title: 'Drawing figures', group: 'Help', keys: ['Mod+Shift+F12'], run: (store) => store.getState().toggleFigures() },
  { id: 'step-back', title: 'Step back', group: 'Go', keys: ['Escape'], isHidden: true, run: (store) => void store.getState().stepBack() },
  {
    id: 'role.edit',
    title: 'Change what the file is',
    group: 'File',
    keys: ['R'],
    scope: ['files'],
    isOn: (store) => store.getState().selectedFile !== null,
    run: (store) => store.getState().editRole(store.getState().selectedFile),
  },
  {
    id: 'main-action',
    title: 'Main action of the stage',
    group: 'Go',
    keys: ['Mod+Enter'],
    isOn: (store) => store.getState().screen === 'board' && store.getState().board !== null,
    run: mainAction,
  },
]

/** On each stage what its main button does; where that commits to something, a sheet asks first. */
const mainAction = (store: AppStore): void => {
  const state = store.getState()
  switch (state.stage) {
    case 'import':
      return state.goTo('review')
    case 'review':
      return state.goTo('approve')
    case 'approve':
      return state.approvals[0]?.decision === 'approved' && state.approvals[0].changed.length === 0 ? state.goTo('order') : undefined
    case 'order':
      if (state.offer && canOrder(state)) state.confirmOrder(true)
      else void state.priceOrder()
  }
}

const findInFindings = (store: AppStore): void => {
  store.getState().goTo('review')
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-find]')?.focus())
}
