import { showFinding } from '#renderer/state/show-finding.ts'
import { selectFindingOf } from '#renderer/state/slices/review.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import { copyMeasurement } from '../copy-measurement.ts'
import type { Command, KeyScope } from './command.ts'
import { decideCommands } from './decide-commands.ts'

const CANVAS: readonly KeyScope[] = ['canvas']
const LIST: readonly KeyScope[] = ['list']
const CANVAS_OR_LIST: readonly KeyScope[] = ['canvas', 'list']
const hasBoard = (store: AppStore): boolean => store.getState().board !== null && store.getState().screen === 'board'
const hasFindings = (store: AppStore): boolean => hasBoard(store) && (store.getState().review?.findings.length ?? 0) > 0

const walk = (store: AppStore, by: 1 | -1, thenShow: boolean): void => {
  if (store.getState().stage !== 'review') store.getState().goTo('review')
  const finding = store.getState().walkFindings(by)
  if (finding && thenShow) showFinding(store, finding)
}

const highlightNet = (store: AppStore): void => {
  const { hits, hitIndex, hover, highlightNets, highlightedNets, notify } = store.getState()
  const nets = (hits[hitIndex] ?? hover)?.nets ?? []
  if (highlightedNets.length) highlightNets([])
  else if (nets.length) highlightNets(nets)
  else notify('note', 'Point at an object that has a net, or pick one.')
}

/** Commands about findings, measuring and inspecting. */
export const reviewCommands: readonly Command[] = [
  { id: 'finding.next', title: 'Next finding', group: 'Findings', keys: ['F8'], isOn: hasFindings, run: (store) => walk(store, 1, true) },
  {
    id: 'finding.previous',
    title: 'Previous finding',
    group: 'Findings',
    keys: ['Shift+F8'],
    isOn: hasFindings,
    run: (store) => walk(store, -1, true),
  },
  {
    id: 'finding.down',
    title: 'Next finding in the list',
    group: 'Findings',
    keys: ['J'],
    scope: LIST,
    isOn: hasFindings,
    isHidden: true,
    run: (store) => walk(store, 1, false),
  },
  {
    id: 'finding.up',
    title: 'Previous finding in the list',
    group: 'Findings',
    keys: ['K'],
    scope: LIST,
    isOn: hasFindings,
    isHidden: true,
    run: (store) => walk(store, -1, false),
  },
  {
    id: 'finding.zoom',
    title: 'Zoom to the finding',
    group: 'Findings',
    keys: ['Enter'],
    scope: LIST,
    isOn: (store) => selectFindingOf(store.getState()) !== null,
    run: (store) => {
      const finding = selectFindingOf(store.getState())
      if (finding) showFinding(store, finding)
    },
  },
  ...decideCommands,
  {
    id: 'measure',
    title: 'Measure',
    group: 'Measure and inspect',
    keys: ['M'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().setTool(store.getState().tool === 'measure' ? 'select' : 'measure'),
  },
  {
    id: 'measure.gap',
    title: 'Gap between two objects',
    group: 'Measure and inspect',
    keys: ['G'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().setTool(store.getState().tool === 'gap' ? 'select' : 'gap'),
  },
  {
    id: 'measure.copy',
    title: 'Copy the measured value',
    group: 'Measure and inspect',
    keys: ['Mod+C'],
    scope: CANVAS,
    isOn: (store) => store.getState().measurement !== null,
    run: (store) => void copyMeasurement(store),
  },
  {
    id: 'inspect',
    title: 'Inspect at the pointer',
    group: 'Measure and inspect',
    keys: ['I'],
    scope: CANVAS,
    isOn: hasBoard,
    run: (store) => store.getState().inspectHere(),
  },
  {
    id: 'inspect.next',
    title: 'Next object beneath',
    group: 'Measure and inspect',
    keys: ['N'],
    scope: CANVAS,
    isOn: (store) => store.getState().hits.length > 1,
    run: (store) => store.getState().nextHit(),
  },
  {
    id: 'inspect.net',
    title: 'Highlight the net',
    group: 'Measure and inspect',
    keys: ['`'],
    scope: CANVAS,
    isOn: hasBoard,
    run: highlightNet,
  },
  {
    id: 'layer.up',
    title: 'Layer above',
    group: 'Layers',
    keys: ['PageUp'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().stepLayer(-1),
  },
  {
    id: 'layer.down',
    title: 'Layer below',
    group: 'Layers',
    keys: ['PageDown'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().stepLayer(1),
  },
  {
    id: 'layer.solo',
    title: 'Only this layer',
    group: 'Layers',
    keys: ['S'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().toggleSolo(),
  },
  {
    id: 'layer.dim',
    title: 'Dim other layers',
    group: 'Layers',
    keys: ['H'],
    scope: CANVAS_OR_LIST,
    isOn: hasBoard,
    run: (store) => store.getState().toggleDim(),
  },
  ...(['top', 'bottom', 'inner', 'all'] as const).map((side): Command => ({
    id: `layers.${side}`,
    title: side === 'all' ? 'Show all layers' : `Show the ${side} ${side === 'inner' ? 'layers' : 'side'}`,
    group: 'Layers',
    keys: [],
    isOn: hasBoard,
    run: (store) => store.getState().showOnly(side),
  })),
  ...Array.from({ length: 10 }, (_, i): Command => ({
    id: `layer.toggle-${i + 1}`,
    title: `Show or hide layer ${i + 1}`,
    group: 'Layers',
    keys: [`Mod+${(i + 1) % 10}`],
    scope: ['review'],
    isOn: hasBoard,
    isHidden: true,
    run: (store) => {
      const { layerOrder, layerViews, setLayerVisible } = store.getState()
      const id = layerOrder[i]
      if (id) setLayerVisible(id, !layerViews[id]?.visible)
    },
  })),
]
