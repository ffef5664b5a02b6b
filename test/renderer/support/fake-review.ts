import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { BoardModel, CapabilityChoice, FileRow, LayerRow, RecentBoard, ReviewModel } from '#renderer/bridge/model.ts'
import { fakeHoles, HEIGHT_MM, WIDTH_MM } from './fake-artwork.ts'

const layer = (id: string, name: string, role: LayerRow['role'], side: LayerRow['side'], order: number | null): LayerRow => ({
  id,
  name,
  role,
  side,
  order,
  path: `gerber/${id}.gbr`,
  negative: false,
})

export const layers: readonly LayerRow[] = [
  layer('top-copper', 'Top copper', 'copper', 'top', 1),
  layer('inner-1', 'Inner 1', 'copper', 'inner', 2),
  layer('inner-2', 'Inner 2', 'copper', 'inner', 3),
  layer('bottom-copper', 'Bottom copper', 'copper', 'bottom', 4),
  layer('top-mask', 'Top soldermask', 'soldermask', 'top', null),
  layer('bottom-mask', 'Bottom soldermask', 'soldermask', 'bottom', null),
  layer('top-paste', 'Top paste', 'paste', 'top', null),
  layer('top-legend', 'Top silkscreen', 'legend', 'top', null),
  layer('bottom-legend', 'Bottom silkscreen', 'legend', 'bottom', null),
  layer('outline', 'Outline', 'outline', null, null),
]

export const capabilities: readonly CapabilityChoice[] = [
  { id: 'house', name: 'House default', service: 'standard' },
  { id: 'fab-a', name: 'Fab A, 4 layers', service: 'standard' },
]

const row = (part: Partial<FileRow> & Pick<FileRow, 'path' | 'role'>): FileRow => ({
  stage: 'identified',
  format: 'gerber',
  side: null,
  order: null,
  plating: null,
  sureness: 0.97,
  evidence: [
    { from: 'attribute', says: 'FileFunction says so' },
    { from: 'content', says: '94 % inside the outline' },
    { from: 'name', says: `name: *${part.path.slice(part.path.lastIndexOf('.'))}` },
  ],
  conflicts: [],
  reason: null,
  problems: [],
  generator: 'KiCad 8.0.3',
  drillSays: null,
  chosen: false,
  ...part,
})

export const files: readonly FileRow[] = [
  ...layers.map((l) => row({ path: l.path, role: l.role, side: l.side, order: l.order })),
  row({
    path: 'gerber/board-PTH.drl',
    role: 'drill',
    format: 'excellon',
    plating: 'plated',
    drillSays: '3.3 metric, leading zeros dropped: 110 of 110 hits on copper. Next best 2.4 inch: 9 of 110.',
    problems: [{ level: 'warning', code: 'no-end', line: 148, message: 'The file ends without M30; everything before was read.' }],
  }),
  row({ path: 'gerber/board-NPTH.drl', role: 'drill', format: 'excellon', plating: 'non-plated' }),
  row({
    path: 'gerber/extra.gbr',
    role: 'unknown',
    sureness: 0.2,
    evidence: [{ from: 'content', says: '4 strokes far from the board' }],
    generator: null,
  }),
  row({
    path: 'gerber/old-top.gtl',
    role: 'copper',
    side: 'top',
    order: 1,
    sureness: 0.41,
    conflicts: ['The attribute says bottom, the name says top.'],
  }),
  row({ path: 'readme.txt', role: 'document', format: 'other', evidence: [], reason: 'text', generator: null }),
]

const at = (i: number): { x: number; y: number } => ({ x: fakeHoles[i]!.x, y: fakeHoles[i]!.y })

const finding = (i: number, part: Partial<Finding>): Finding => ({
  fingerprint: `f${i}`,
  checkId: 'min_annular_ring',
  severity: 'error',
  tier: 'limit',
  message: '0.08 mm of copper around the hole, 0.13 mm needed',
  cause: 'min_annular_ring:narrow',
  layers: ['top-copper'],
  measured: 0.08,
  limit: 0.13,
  unit: 'mm',
  at: at(i),
  witness: [
    [at(i).x + fakeHoles[i]!.d / 2, at(i).y],
    [at(i).x + fakeHoles[i]!.d / 2 + 0.08, at(i).y],
  ],
  boundsMm: null,
  nets: [`NET${i % 12}`],
  objects: [`hole T1 #${i}`],
  files: [],
  fix: 'Make the land 0.60 mm or larger, or use a 0.30 mm drill.',
  basis: 'measured',
  ...part,
})

const warning = (i: number): Finding =>
  finding(i, {
    fingerprint: `w${i}`,
    severity: 'warning',
    tier: 'target',
    checkId: 'min_clearance',
    cause: 'min_clearance:near',
    message: '0.11 mm between copper of two nets, 0.15 mm preferred',
    measured: 0.11,
    limit: 0.15,
    layers: [i % 2 ? 'top-copper' : 'inner-2'],
    objects: [`draw D${10 + (i % 5)}`],
  })

export const findings: readonly Finding[] = [
  ...[7, 24, 41].map((i) => finding(i, {})),
  finding(60, {
    checkId: 'drill_to_edge',
    cause: 'drill_to_edge:near',
    message: '0.21 mm from hole to board edge, 0.30 mm needed',
    measured: 0.21,
    limit: 0.3,
  }),
  ...Array.from({ length: 36 }, (_, k) => warning(30 + k)),
  finding(90, {
    checkId: 'legend_over_pad',
    severity: 'info',
    cause: 'legend_over_pad:cut',
    message: 'Silkscreen lies on a pad; the fab will cut it away.',
    measured: null,
    limit: null,
    witness: [],
    layers: ['top-legend'],
    nets: [],
  }),
]

const outcome = (id: string, title: string, part: Partial<CheckOutcome> = {}): CheckOutcome => ({
  id,
  title,
  category: 'drill_via',
  tier: 1,
  outcome: 'clean',
  measured: null,
  limit: null,
  target: null,
  limitSource: null,
  findings: 0,
  ms: 3,
  ...part,
})

export const outcomes: readonly CheckOutcome[] = [
  outcome('min_annular_ring', 'Annular ring too narrow', {
    outcome: 'flagged',
    limitSource: 'Fab A, 4 layers: minRing, capability page (2026-10-02)',
  }),
  outcome('min_clearance', 'Copper too near to other copper', { outcome: 'flagged', limitSource: 'House default' }),
  outcome('drill_to_edge', 'Hole too near to the board edge', { outcome: 'flagged' }),
  outcome('legend_over_pad', 'Silkscreen on a pad', { outcome: 'flagged' }),
  ...Array.from({ length: 24 }, (_, i) => outcome(`clean-${i}`, `Clean check ${i}`)),
  outcome('netlist_compare', 'Netlist differs from the artwork', { outcome: 'skipped', reason: 'needs a netlist (IPC-D-356 or X2 nets)' }),
  outcome('paste_area', 'Paste opening too small', { outcome: 'skipped', reason: 'limit not given by this capability' }),
  outcome('castellation', 'Castellated hole cut wrongly', {
    outcome: 'crashed',
    reason: 'Cannot read properties of undefined\n    at castellation.ts:41',
  }),
]

export const reviewFor = (capability: string): ReviewModel => ({
  capability,
  why: {
    min_annular_ring: 'The drill can wander out of the land and cut the connection.',
    min_clearance: 'Etching may leave copper between them.',
  },
  summary: {
    verdict: 'blocked',
    overallScore: 0.6,
    confidence: 0.9,
    checksRun: 28,
    checksSkipped: 2,
    checksCrashed: 1,
    errors: 4,
    warnings: 36,
    infos: 1,
    areaSqin: 3.6,
  },
  outcomes,
  findings,
  leftOut: 0,
})

export const boardModel: BoardModel = {
  id: 'fake-board',
  name: 'sensor-node-r3',
  sha256: 'ab'.repeat(32),
  bytes: 340_000,
  problems: [],
  facts: {
    widthMm: WIDTH_MM,
    heightMm: HEIGHT_MM,
    areaMm2: WIDTH_MM * HEIGHT_MM,
    boundsMm: [0, 0, WIDTH_MM, HEIGHT_MM],
    copperLayers: 4,
    netCount: 86,
    holes: [
      { diameterMm: 0.3, lengthMm: 0.3, plated: true, count: 90 },
      { diameterMm: 1, lengthMm: 1, plated: true, count: 20 },
      { diameterMm: 3.2, lengthMm: 3.2, plated: false, count: 4 },
    ],
    gaps: [],
  },
  layers,
}

export const recents: readonly RecentBoard[] = [
  {
    id: 'r1',
    name: 'sensor-node-r3',
    openedAt: Date.now() - 7_200_000,
    verdict: 'blocked',
    coverage: '4 blockers · 28 of 31 checks',
    widthMm: 61.2,
    heightMm: 38,
    copperLayers: 4,
    thumbnail: null,
  },
  {
    id: 'r2',
    name: 'motor-driver',
    openedAt: Date.now() - 90_000_000,
    verdict: 'review',
    coverage: 'No blockers · 30 of 31 checks',
    widthMm: 100,
    heightMm: 80,
    copperLayers: 2,
    thumbnail: null,
  },
  {
    id: 'r3',
    name: 'usb-hub-mini',
    openedAt: Date.now() - 9e8,
    verdict: 'clear',
    coverage: 'No blockers · 31 of 31 checks',
    widthMm: 42,
    heightMm: 18,
    copperLayers: 4,
    thumbnail: null,
  },
]
