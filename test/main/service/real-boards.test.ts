import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DfmAnswer } from '#core/asap/dfm.ts'
import { fallbackCapability } from '#core/capability/built-in.ts'
import { reviewPackage } from '#core/run/review-package.ts'
import { readPackage } from '#main/import/read-package.ts'
import { sharedPath } from '#test/support/shared.ts'
import { aService, formWith, type TestService } from './support/service.ts'

const BOARDS = ['fritzing-fidget-spinner.zip', 'kicad6-herovco-switch.zip', 'easyedapro-flex-2l.zip', 'eagle-arduino-uno.zip']

let service: TestService

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data }, (stop) => afterAll(stop))
})

describe.skipIf(sharedPath('boards') === null)('real boards (skipped where the reference material is absent)', () => {
  it.each(BOARDS)('%s is judged as the command line judges it, in the shape of the contract', async (name) => {
    const path = sharedPath('boards', name)!
    const answer = await service.call('POST', '/v1/dfm', { form: formWith(new Uint8Array(readFileSync(path)), {}, name) })
    expect(answer.status).toBe(200)
    const { result } = answer.body as DfmAnswer
    const read = await readPackage({ path })
    if (!read.ok) throw new Error(read.error.message)
    const review = await reviewPackage(read.value, { capability: fallbackCapability() }, { clock: () => performance.now() })
    expect(result.boardproof!.summary).toEqual(review.summary)
    expect(result.summary).toMatchObject({ overall_score: review.summary.overallScore, confidence: review.summary.confidence })
    expect(result.summary.issues_count).toBe(review.findings.length)
    expect(result.boardproof!.findings.map((f) => f.fingerprint)).toEqual(review.findings.map((f) => f.fingerprint))
    expect(result.area_sqin).toBeCloseTo(review.summary.areaSqin, 3)
    for (const { location } of result.issues) expect(location).toMatch(/^(Layer|File): [^,]+(, X:-?\d+\.\d\d,Y:-?\d+\.\d\d)?$|^Board$/)
  })
})
