import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '#core/checks/finding.ts'
import { reviewAt } from '#test/support/review.ts'
import { sharedJson, sharedPath } from '#test/support/shared.ts'

interface Fault {
  readonly fault: string
  readonly zip: string
  readonly checks: readonly string[]
  readonly at: readonly [number, number] | null
  readonly value: number | null
}

const BOARDS = ['pic_programmer', 'stickhub'].filter((board) => sharedPath('faults', board, 'faults.json') !== null)
const PLACE_MM = 0.3
const VALUE_MM = 0.003

/** Faults that leave no trace to find; each was looked at in the artwork. */
const NOT_IN_THE_ARTWORK: Readonly<Record<string, string>> = {
  'stickhub close_pair': 'the planted track lies wholly inside the ground pour: there is no gap in the image',
  'stickhub short': 'no net names and no netlist: the added track joins two corners of tracks like any other track',
  'stickhub open_net': 'no net names and no netlist: the removed track ran from via to via and leaves no loose end',
}

const keyOf = (f: Finding): string =>
  `${f.measured?.toFixed(3)}|${f.checkId}|${f.layers.join()}|${f.at ? `${f.at.x.toFixed(2)},${f.at.y.toFixed(2)}` : f.message}`

/** How far a finding is from a place: its marker, its measured line or its extent. */
const distance = (f: Finding, [x, y]: readonly [number, number]): number => {
  const points = [...(f.at ? [[f.at.x, f.at.y] as const] : []), ...f.witness]
  return Math.min(Infinity, ...points.map((p) => Math.hypot(p[0] - x, p[1] - y)))
}

describe.skipIf(BOARDS.length === 0)('boards with one planted fault (skipped where the reference material is absent)', () => {
  describe.each(BOARDS)('%s', (board) => {
    let base: ReadonlySet<string>
    beforeAll(async () => {
      base = new Set((await reviewAt(sharedPath('faults', board, 'base.zip')!)).findings.map(keyOf))
    })

    const all = sharedJson<Fault[]>('faults', board, 'faults.json')
    const known = (fault: Fault): string | undefined => NOT_IN_THE_ARTWORK[`${board} ${fault.fault}`]

    it.each(all.filter((fault) => known(fault)))('$fault leaves no trace in the artwork and raises no alarm', async ({ zip }) => {
      const { findings } = await reviewAt(sharedPath('faults', board, zip)!)
      expect(
        findings
          .filter((f) => !base.has(keyOf(f)))
          .filter((f) => f.severity === 'error')
          .map((f) => f.message),
      ).toEqual([])
    })

    it.each(all.filter((fault) => !known(fault)))('$fault', async ({ zip, checks, at, value }) => {
      const { findings } = await reviewAt(sharedPath('faults', board, zip)!)
      const fresh = findings.filter((f) => !base.has(keyOf(f)))
      const answers = fresh.filter((f) => checks.includes(f.checkId) && (at === null || distance(f, at) <= PLACE_MM))
      expect(answers.length, JSON.stringify(fresh.slice(0, 5))).toBeGreaterThan(0)
      if (at === null) return
      if (value !== null)
        expect(
          answers.some((f) => f.measured !== null && Math.abs(f.measured - value) <= VALUE_MM),
          JSON.stringify(answers),
        ).toBe(true)
      expect(
        fresh
          .filter((f) => f.at !== null && distance(f, at) > 3)
          .map((f) => `${f.checkId}: ${f.message} @${f.at!.x.toFixed(2)},${f.at!.y.toFixed(2)}`),
      ).toEqual([])
    })
  })
})
