import { describe, expect, test, vi } from 'vitest'
import { err } from '#core/base/result.ts'
import { followBackend } from '#renderer/state/follow-backend.ts'
import { failedFilesOf, unsureFilesOf } from '#renderer/state/slices/import.slice.ts'
import { listOrder, NON_PLATED_HOLES, PLATED_HOLES, shownLayers } from '#renderer/state/slices/layers.slice.ts'
import { DEFAULT_SETTINGS, parseSettings } from '#renderer/state/slices/settings.slice.ts'
import { createAppStore, type AppStore } from '#renderer/state/store.ts'
import { shownNets } from '#renderer/views/canvas/overlay-of.ts'
import { fakeBackend } from '../support/fake-backend.ts'
import { boardModel, files, layers } from '../support/fake-review.ts'

const open = async (): Promise<{ store: AppStore; backend: ReturnType<typeof fakeBackend> }> => {
  const backend = fakeBackend()
  const store = createAppStore(backend)
  followBackend(backend, store)
  await store.getState().loadHost()
  await store.getState().open({ kind: 'sample' })
  await vi.waitFor(() => expect(store.getState().review).not.toBeNull())
  return { store, backend }
}

describe('opening', () => {
  test('fills board, files and findings', async () => {
    const { store } = await open()
    expect(store.getState()).toMatchObject({
      screen: 'board',
      stage: 'import',
      boardId: boardModel.id,
      boardName: boardModel.name,
      capability: 'house',
    })
    expect(store.getState().files).toHaveLength(files.length)
  })

  test('a refusal is kept with its reason and no board', async () => {
    const backend = fakeBackend()
    backend.refuse = true
    const store = createAppStore(backend)
    await store.getState().open({ kind: 'sample' })
    expect(store.getState().boardId).toBeNull()
    expect(store.getState().refusal?.code).toBe('too-many-entries')
  })

  test('who goes on to the review while the package is sent stays there; a refusal leads back', async () => {
    const backend = fakeBackend()
    const store = createAppStore(backend)
    const opening = store.getState().open({ kind: 'sample' })
    store.getState().goTo('review')
    expect(store.getState().stage).toBe('review')
    await opening
    expect(store.getState()).toMatchObject({ screen: 'board', stage: 'review', boardId: boardModel.id })
    backend.refuse = true
    const refused = store.getState().open({ kind: 'sample' })
    store.getState().goTo('review')
    await refused
    expect(store.getState().stage).toBe('import')
  })

  test('what was heard of a board before its opening was answered is not lost', async () => {
    const backend = fakeBackend()
    const store = createAppStore(backend)
    followBackend(backend, store)
    backend.events!.onProgress(boardModel.id, { phase: 'done', done: 31, total: 31 })
    backend.events!.onReview(boardModel.id, true)
    await store.getState().open({ kind: 'sample' })
    expect(store.getState()).toMatchObject({ progress: { phase: 'done' }, reviewFinal: true })
  })

  test('news of another board changes nothing', async () => {
    const { store, backend } = await open()
    backend.events!.onFailed('another', { code: 'x', message: 'y' })
    backend.events!.onFiles('another', [])
    expect(store.getState().refusal).toBeNull()
    expect(store.getState().files).toHaveLength(files.length)
  })

  test('reading again opens what was final', async () => {
    const { store, backend } = await open()
    backend.events!.onReview(boardModel.id, true)
    expect(store.getState().reviewFinal).toBe(true)
    backend.events!.onProgress(boardModel.id, { phase: 'reading', done: 0, total: 9 })
    expect(store.getState().reviewFinal).toBe(false)
  })

  test('a lost connection is shown and what was missed is fetched afterwards', async () => {
    const { store, backend } = await open()
    backend.events!.onConnection('lost')
    expect(store.getState().connected).toBe(false)
    store.setState({ files: [] })
    backend.events!.onConnection('connected')
    await vi.waitFor(() => expect(store.getState().files).toHaveLength(files.length))
  })
})

describe('files', () => {
  test('unsure ones wait for a person, documents do not', () => {
    expect(unsureFilesOf(files).map((f) => f.path)).toEqual(['gerber/extra.gbr', 'gerber/old-top.gtl'])
    expect(unsureFilesOf(files.map((f) => ({ ...f, chosen: true })))).toEqual([])
  })

  test('files with errors are named', () => {
    const broken = files.map((f, i) => (i === 2 ? { ...f, stage: 'failed' as const } : f))
    expect(failedFilesOf(broken)).toEqual([broken[2]])
  })
})

describe('layers', () => {
  test('holes on top, then from the top of the board to its bottom', () => {
    expect(listOrder(layers)).toEqual([
      PLATED_HOLES, NON_PLATED_HOLES, 'outline', 'top-legend', 'top-paste', 'top-mask', 'top-copper', 'inner-1', 'inner-2', 'bottom-copper', 'bottom-mask', 'bottom-legend',
    ]) // prettier-ignore
  })

  const shown = (store: AppStore, focus: readonly string[] = []): readonly string[] =>
    shownLayers({ ...store.getState(), layers, focus }, 'dark', 'standard').map((l) => l.id)

  test('drawn from the bottom up', async () => {
    const { store } = await open()
    expect(shown(store)).toEqual(['top-copper', 'top-legend', 'outline', NON_PLATED_HOLES, PLATED_HOLES])
  })

  test('solo shows one layer and the outline; again gives the rest back', async () => {
    const { store } = await open()
    store.getState().toggleSolo('inner-1')
    expect(shown(store)).toEqual(['inner-1', 'outline'])
    store.getState().toggleSolo('inner-1')
    expect(shown(store)).toHaveLength(5)
  })

  test('dimmed layers turn grey and go below the bright one', async () => {
    const { store } = await open()
    store.getState().activateLayer('top-legend')
    store.getState().toggleDim()
    const list = shownLayers({ ...store.getState(), layers, focus: [] }, 'dark', 'standard')
    expect(list[0]).toMatchObject({ id: 'top-copper', color: '#6E7A89', opacity: 0.2 })
    expect(list.find((l) => l.id === 'top-legend')).toMatchObject({ color: '#F2EDA1' })
  })

  test('a finding brings its hidden layer out', async () => {
    const { store } = await open()
    expect(shown(store, ['inner-2'])).toContain('inner-2')
  })

  test('stepping shows and activates the next layer', async () => {
    const { store } = await open()
    store.getState().stepLayer(1)
    expect(store.getState().activeLayer).toBe('inner-1')
    expect(store.getState().layerViews['inner-1']?.visible).toBe(true)
  })

  test('moving a layer stays within the list', async () => {
    const { store } = await open()
    store.getState().moveLayer(PLATED_HOLES, -1)
    expect(store.getState().layerOrder[0]).toBe(PLATED_HOLES)
    store.getState().moveLayer(PLATED_HOLES, 2)
    expect(store.getState().layerOrder[2]).toBe(PLATED_HOLES)
  })

  test('reading the board again keeps what was chosen', async () => {
    const { store } = await open()
    store.getState().setLayerLook('top-copper', { color: '#123456' })
    store.getState().arrangeLayers(layers)
    expect(store.getState().layerViews['top-copper']?.color).toBe('#123456')
  })
})

describe('selecting a finding', () => {
  test('opens the section and the group that it lies in', async () => {
    const { store } = await open()
    store.getState().toggleSection('advised')
    store.getState().selectFinding('w31')
    expect(store.getState()).toMatchObject({
      selectedFinding: 'w31',
      openGroups: ['min_clearance:near'],
      closedSections: ['waived', 'not-run'],
    })
  })

  test('one that is gone selects nothing', async () => {
    const { store } = await open()
    store.getState().selectFinding('no such finding')
    expect(store.getState().selectedFinding).toBeNull()
  })
})

describe('stepping back', () => {
  test('measurement, tool, selection, finding, then nothing', async () => {
    const { store } = await open()
    const s = store.getState()
    s.walkFindings(1)
    s.highlightNets(['GND'])
    s.startNoting({ kind: 'board' })
    s.setTool('measure')
    s.setMeasurement({ from: [0, 0], to: [1, 1], done: true })
    const left = (): unknown[] => {
      const { measurement, tool, highlightedNets, noting, selectedFinding } = store.getState()
      return [measurement !== null, tool, highlightedNets.length, noting !== null, selectedFinding !== null]
    }
    expect(left()).toEqual([true, 'measure', 1, true, true])
    expect(s.stepBack()).toBe(true)
    expect(left()).toEqual([false, 'measure', 1, true, true])
    s.stepBack()
    expect(left()).toEqual([false, 'select', 1, true, true])
    s.stepBack()
    expect(left()).toEqual([false, 'select', 0, true, true])
    s.stepBack()
    expect(left()).toEqual([false, 'select', 0, false, true])
    s.stepBack()
    expect(left()).toEqual([false, 'select', 0, false, false])
    expect(s.stepBack()).toBe(false)
  })
})

describe('settings', () => {
  test('damaged ones fall back, good ones stay', () => {
    expect(parseSettings({ theme: 'pink', unit: 'mil', layouts: { a: { x: 1 }, b: 'no' }, singleKeys: false })).toEqual({
      ...DEFAULT_SETTINGS,
      unit: 'mil',
      singleKeys: false,
      layouts: { a: { x: 1 } },
    })
    expect(parseSettings({})).toEqual(DEFAULT_SETTINGS)
  })

  test('a change is saved; a failure to save is told', async () => {
    const backend = fakeBackend()
    const store = createAppStore(backend)
    store.getState().cycleUnit()
    await vi.waitFor(() => expect(backend.saved.unit).toBe('mil'))
    backend.saveSettings = async () => err({ code: 'internal', message: 'disk full' })
    store.getState().cycleUnit()
    await vi.waitFor(() => expect(store.getState().notices.at(-1)?.details).toBe('disk full'))
  })
})

describe('messages', () => {
  test('are kept in order and capped', () => {
    const store = createAppStore(fakeBackend())
    for (let i = 0; i < 300; i++) store.getState().notify('note', `message ${i}`)
    const { notices } = store.getState()
    expect(notices).toHaveLength(200)
    expect(notices.at(-1)?.text).toBe('message 299')
    expect(new Set(notices.map((n) => n.id)).size).toBe(200)
  })
})

describe('the nets that are lit', () => {
  test.each([
    { name: 'of a finding on copper', layers: ['top-copper', 'inner-2'], lit: ['VCC'] },
    { name: 'not of ink on a pad: lit copper would cover it', layers: ['top-legend', 'top-copper'], lit: [] },
  ])('$name', async ({ layers: on, lit }) => {
    const { store } = await open()
    const state = store.getState()
    const [first] = state.review!.findings
    const finding = { ...first!, layers: on, nets: ['VCC'] }
    const shown = {
      ...state,
      stage: 'review' as const,
      review: { ...state.review!, findings: [finding] },
      selectedFinding: finding.fingerprint,
    }
    expect(shownNets(shown)).toEqual(lit)
    expect(shownNets({ ...shown, highlightedNets: ['GND'] })).toEqual(['GND'])
  })
})
