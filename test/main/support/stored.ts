import { createHash } from 'node:crypto'
import { waitingRow } from '#main/workers/file-rows.ts'
import type { Ids } from '#main/store/boards.repo.ts'
import type { FinishedReview } from '#main/store/stored-review.ts'

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** Ids and times that count up: the same in every run. */
export const countingIds = (): Ids => {
  let id = 0
  let time = 1_700_000_000_000
  return { uuid: () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}`, now: () => (time += 1000) }
}

/** A finished review of a package with two files; `seed` tells packages apart. */
export const aReview = (seed: string, change: Partial<FinishedReview> = {}): FinishedReview => ({
  package: {
    name: `${seed}.zip`,
    sha256: sha256(seed),
    bytes: 1000,
    archiveSha256: sha256(seed),
    problems: [{ level: 'warning', code: 'nested-archive', line: 0, message: 'a zip in the zip' }],
    files: ['a.gbr', 'b.drl'].map((path) => ({ path, sha256: sha256(seed + path), bytes: 500, shown: waitingRow(path, 'read') })),
  },
  appVersion: '0.1.0',
  capability: 'ipc_class2_conservative',
  model: {
    name: `${seed}.zip`,
    sha256: sha256(seed),
    bytes: 1000,
    problems: [],
    facts: { widthMm: 40, heightMm: 30, areaMm2: 1200, boundsMm: [0, 0, 40, 30], copperLayers: 2, netCount: 7, holes: [], gaps: [] },
    layers: [],
  },
  basis: { context: { origin: [0, 0], layerNames: {}, resolution: {} }, summary: { required: 4, missingRequired: 0, boardAreaMm2: 1200 } },
  raw: [{ id: 'min_annular_ring', run: { kind: 'skipped', reason: 'needs a drill file' }, ms: 1 }],
  findings: [
    {
      fingerprint: `f-${seed}`,
      checkId: 'min_annular_ring',
      severity: 'error',
      tier: 'limit',
      message: 'too thin',
      cause: 'min_annular_ring:narrow',
      layers: ['top-copper'],
      measured: 0.08,
      limit: 0.13,
      unit: 'mm',
      at: { x: 1, y: 2 },
      witness: [],
      boundsMm: null,
      nets: [],
      objects: [],
      files: [],
      fix: 'make it wider',
      basis: 'measured',
    },
  ],
  verdict: 'blocked',
  coverage: '1 blocker · 0 of 1 checks',
  ...change,
})
