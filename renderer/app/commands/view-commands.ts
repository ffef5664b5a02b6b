import { boxMmToNm, showFinding } from '#renderer/state/show-finding.ts'
import { selectFindingOf } from '#renderer/state/slices/review.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import { copyPicture } from '../copy-picture.ts'
import type { Command, KeyScope } from './command.ts'

const CANVAS: readonly KeyScope[] = ['canvas']
const CANVAS_OR_LIST: readonly KeyScope[] = ['canvas', 'list']
const hasBoard = (store: AppStore): boolean => store.getState().board !== null && store.getState().screen === 'board'
const PAN_PX = 60
const FINE_PX = 8
const ZOOM_STEP = 1.4

const pan = (id: string, title: string, key: string, dx: number, dy: number): readonly Command[] =>
  [
    { step: PAN_PX, keys: key, name: title },
    { step: FINE_PX, keys: `Shift+${key}`, name: `${title} a little` },
  ].map(({ step, keys, name }) => ({
    id: step === PAN_PX ? id : `${id}.fine`,
    title: name,
    group: 'View',
    keys: [keys],
    scope: CANVAS,
    isOn: hasBoard,
    isHidden: true,
    run: (store) => store.getState().viewer?.pan(dx * step, dy * step),
  }))

const zoom = (store: AppStore, factor: number): void => {
  const { viewer } = store.getState()
  viewer?.zoomAt(viewer.size.width / 2, viewer.size.height / 2, factor)
}

const fitBoard = (store: AppStore): void => {
  const { viewer, board } = store.getState()
  if (viewer && board?.facts.boundsMm) viewer.fit(boxMmToNm(board.facts.boundsMm))
}

const fitSelection = (store: AppStore): void => {
  const state = store.getState()
  const finding = selectFindingOf(state)
  const hit = state.hits[state.hitIndex]
  if (hit) state.viewer?.fit(hit.box, 0.5)
  else if (finding) showFinding(store, finding)
  else fitBoard(store)
}

/** Commands that move the view. */
export const viewCommands: readonly Command[] = [
  { id: 'view.fit', title: 'Fit board', group: 'View', keys: ['F', 'Home'], scope: CANVAS_OR_LIST, isOn: hasBoard, run: fitBoard },
  {
    id: 'view.fit-selection',
    title: 'Fit selection',
    group: 'View',
    keys: ['Shift+F'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: fitSelection,
  },
  {
    id: 'view.zoom-in',
    title: 'Zoom in',
    group: 'View',
    keys: ['+', '='],
    scope: CANVAS,
    isOn: hasBoard,
    run: (store) => zoom(store, ZOOM_STEP),
  },
  {
    id: 'view.zoom-out',
    title: 'Zoom out',
    group: 'View',
    keys: ['-'],
    scope: CANVAS,
    isOn: hasBoard,
    run: (store) => zoom(store, 1 / ZOOM_STEP),
  },
  {
    id: 'view.zoom-box',
    title: 'Zoom to a box',
    group: 'View',
    keys: ['Z'],
    scope: CANVAS,
    isOn: hasBoard,
    run: (store) => store.getState().setTool('zoom-box'),
  },
  {
    id: 'view.previous',
    title: 'Previous view',
    group: 'View',
    keys: ['Backspace'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => void store.getState().viewer?.previousView(),
  },
  {
    id: 'view.flip',
    title: 'Flip to the other side',
    group: 'View',
    keys: ['B'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().viewer?.flip(),
  },
  {
    id: 'view.rotate',
    title: 'Rotate 90°',
    group: 'View',
    keys: ['Shift+B'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().viewer?.rotate(),
  },
  {
    id: 'view.outlines',
    title: 'Outlines instead of filled shapes',
    group: 'View',
    keys: ['O'],
    scope: CANVAS,
    isOn: hasBoard,
    run: (store) => store.getState().toggleOutlines(),
  },
  ...(['draws', 'flashes', 'regions'] as const).map((shapes): Command => ({
    id: `view.${shapes}`,
    title: `Only ${shapes === 'draws' ? 'lines' : shapes}, or everything`,
    group: 'View',
    keys: [],
    scope: CANVAS,
    isOn: hasBoard,
    run: (store) => store.getState().showShapes(shapes),
  })),
  {
    id: 'view.clear',
    title: 'Show what erases',
    group: 'View',
    keys: ['Shift+N'],
    scope: CANVAS,
    isOn: hasBoard,
    run: (store) => store.getState().toggleClear(),
  },
  {
    id: 'view.realistic',
    title: 'Realistic view',
    group: 'View',
    keys: ['T'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().toggleRealistic(),
  },
  {
    id: 'view.copy',
    title: 'Copy a picture of the view',
    group: 'View',
    keys: ['Mod+Shift+C'],
    isOn: (store) => hasBoard(store) && store.getState().stage === 'review',
    run: (store) => void copyPicture(store),
  },
  ...pan('view.left', 'Pan left', 'ArrowLeft', 1, 0),
  ...pan('view.right', 'Pan right', 'ArrowRight', -1, 0),
  ...pan('view.up', 'Pan up', 'ArrowUp', 0, 1),
  ...pan('view.down', 'Pan down', 'ArrowDown', 0, -1),
  { id: 'view.units', title: 'Units: mm, mil, inch', group: 'View', keys: ['Mod+U'], run: (store) => store.getState().cycleUnit() },
]
