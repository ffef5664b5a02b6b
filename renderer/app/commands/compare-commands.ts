import type { AppStore } from '#renderer/state/store.ts'
import type { Command, KeyScope } from './command.ts'

const CANVAS: readonly KeyScope[] = ['canvas']
const CANVAS_OR_LIST: readonly KeyScope[] = ['canvas', 'list']
const ZOOM_STEP = 1.4
const PAN_PX = 60
const FINE_PX = 8

const isComparing = (store: AppStore): boolean => store.getState().screen === 'compare'
const hasComparison = (store: AppStore): boolean => isComparing(store) && store.getState().comparison !== null

const zoom = (store: AppStore, factor: number): void => {
  const viewer = store.getState().compareView?.viewer
  viewer?.zoomAt(viewer.size.width / 2, viewer.size.height / 2, factor)
}

const pan = (key: string, dx: number, dy: number): readonly Command[] =>
  [PAN_PX, FINE_PX].map((step) => ({
    id: `compare.pan-${key}${step === PAN_PX ? '' : '-fine'}`,
    title: step === PAN_PX ? 'Pan' : 'Pan a little',
    group: 'Compare',
    keys: [step === PAN_PX ? key : `Shift+${key}`],
    scope: CANVAS,
    isOn: isComparing,
    isHidden: true,
    run: (store) => store.getState().compareView?.viewer.pan(dx * step, dy * step),
  }))

/** Commands of the comparison. They stand before those of the board, whose keys they share. */
export const compareCommands: readonly Command[] = [
  { id: 'compare', title: 'Compare…', group: 'Compare', keys: [], run: (store) => store.getState().openComparison() },
  {
    id: 'compare.next',
    title: 'Next difference',
    group: 'Compare',
    keys: ['F8'],
    isOn: hasComparison,
    run: (store) => store.getState().walkChanges(1),
  },
  {
    id: 'compare.previous',
    title: 'Previous difference',
    group: 'Compare',
    keys: ['Shift+F8'],
    isOn: hasComparison,
    run: (store) => store.getState().walkChanges(-1),
  },
  {
    id: 'compare.down',
    title: 'Next difference',
    group: 'Compare',
    keys: ['J'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    isHidden: true,
    run: (store) => store.getState().walkChanges(1),
  },
  {
    id: 'compare.up',
    title: 'Previous difference',
    group: 'Compare',
    keys: ['K'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    isHidden: true,
    run: (store) => store.getState().walkChanges(-1),
  },
  {
    id: 'compare.blink',
    title: 'Blink before and after, while held',
    group: 'Compare',
    keys: ['V'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    isHidden: true,
    run: (store) => store.getState().holdBlink(),
  },
  {
    id: 'compare.look',
    title: 'Overlay, slider, side by side in turn',
    group: 'Compare',
    keys: ['Shift+V'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    run: (store) => store.getState().nextLook(),
  },
  {
    id: 'compare.layer-down',
    title: 'Next layer that differs',
    group: 'Compare',
    keys: ['PageDown'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    run: (store) => store.getState().stepComparedLayer(1),
  },
  {
    id: 'compare.layer-up',
    title: 'Previous layer that differs',
    group: 'Compare',
    keys: ['PageUp'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    run: (store) => store.getState().stepComparedLayer(-1),
  },
  {
    id: 'compare.fit',
    title: 'Fit boards',
    group: 'Compare',
    keys: ['F', 'Home'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    run: (store) => store.getState().compareView?.fit(),
  },
  {
    id: 'compare.zoom-in',
    title: 'Zoom in',
    group: 'Compare',
    keys: ['+', '='],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    run: (store) => zoom(store, ZOOM_STEP),
  },
  {
    id: 'compare.zoom-out',
    title: 'Zoom out',
    group: 'Compare',
    keys: ['-'],
    scope: CANVAS_OR_LIST,
    isOn: hasComparison,
    run: (store) => zoom(store, 1 / ZOOM_STEP),
  },
  ...pan('ArrowLeft', 1, 0),
  ...pan('ArrowRight', -1, 0),
  ...pan('ArrowUp', 0, 1),
  ...pan('ArrowDown', 0, -1),
  {
    id: 'compare.undo',
    title: 'Undo what was decided last',
    group: 'Compare',
    keys: ['Mod+Z'],
    isOn: hasComparison,
    isHidden: true,
    run: (store) => void store.getState().turnComparison(true),
  },
  {
    id: 'compare.redo',
    title: 'Redo',
    group: 'Compare',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isOn: hasComparison,
    isHidden: true,
    run: (store) => void store.getState().turnComparison(false),
  },
  {
    id: 'compare.close',
    title: 'Leave the difference, then the comparison',
    group: 'Compare',
    keys: ['Escape'],
    isOn: isComparing,
    run: (store) => store.getState().leaveComparison(),
  },
]
