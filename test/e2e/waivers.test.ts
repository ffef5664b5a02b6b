import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import type { BoardDescription, Flash } from '#core/builder/description.ts'
import { shiftBy } from '#core/builder/transform.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { startApplication } from '#main/services/application.ts'
import { CAPABILITY } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { describeWindow } from './support/window.ts'

const folder = mkdtempSync(join(tmpdir(), 'boardproof-e2e-waivers-'))
const data = join(folder, 'data')

const zipped = async (board: BoardDescription, name: string): Promise<string> => {
  const zip = new JSZip()
  for (const { path, bytes } of writePackage(board)) zip.file(path, bytes)
  const file = join(folder, name)
  writeFileSync(file, await zip.generateAsync({ type: 'uint8array' }))
  return file
}

/** The thin ring became thinner, the pin without an opening got one, and everything lies elsewhere. */
const exportedAnew = (board: BoardDescription): BoardDescription => {
  const flashes = board.items.filter((i): i is Flash => i.kind === 'flash')
  const pin12 = flashes.find((i) => i.layer === 'top-copper' && i.ref === 'U1' && i.pin === '12')!
  const opening = flashes.find((i) => i.layer === 'top-mask' && i.shape.kind === 'roundrect')!
  const items = board.items.map((i) =>
    i.kind === 'flash' && i.shape.kind === 'circle' && i.shape.diameter === 0.46 ? { ...i, shape: { ...i.shape, diameter: 0.42 } } : i,
  )
  return shiftBy(2, 1).board({ ...board, items: [...items, { ...opening, at: pin12.at }] })
}

/** What is waived on the first revision, and how it then stands on the second. */
const WAIVED = [
  { check: 'min_annular_ring', reason: 'hand-soldered prototype', expiry: { kind: 'none' }, section: /^Worse than when waived/ },
  { check: 'min_trace_spacing', reason: 'until the next spin', expiry: { kind: 'next-revision' }, section: /^Lapsed/ },
  { check: 'missing_mask_opening', reason: 'scraped open by hand', expiry: { kind: 'none' }, section: /^No longer needed/ },
] as const

/** A board with two revisions in the data folder, made by the application itself. */
const prepare = async (): Promise<void> => {
  const started = await startApplication(data, 'browser', null)
  if (!started.ok) throw new Error(started.error.message)
  const { reviews, dispatch, events, close } = started.value
  const review = async (path: string, revisionOf?: string): Promise<string> => {
    const ended = Promise.withResolvers<void>()
    const stop = events.listen((e) => e.event === 'review' && e.payload.final && ended.resolve())
    const { id } = reviews.openPaths([path], revisionOf)
    await ended.promise
    stop()
    return id
  }
  const board = await review(await zipped(smallBoard(), 'amp.zip'))
  const judged = { board, capability: CAPABILITY }
  const found = await dispatch('board.review', judged)
  if (!found.ok) throw new Error(found.error.message)
  const { findings } = found.value as { findings: readonly { checkId: string; severity: string; fingerprint: string }[] }
  for (const { check, reason, expiry } of WAIVED) {
    const { fingerprint } = findings.find((f) => f.checkId === check && f.severity === 'error')!
    const done = await dispatch('waivers.add', { ...judged, fingerprint, scope: 'place', reason, expiry })
    if (!done.ok) throw new Error(done.error.message)
  }
  await review(await zipped(exportedAnew(smallBoard()), 'amp-2.zip'), board)
  await close()
}

describeWindow(
  'waivers after a new revision',
  { data, before: prepare, after: () => Promise.resolve(rmSync(folder, { recursive: true, force: true, maxRetries: 5 })) },
  (window) => {
    test('each stands in the list as it meets the new revision, with its old reason', async () => {
      const { page, reviewed, accessible, picture } = window()
      await page.getByRole('button', { name: /^amp/ }).first().click()
      await reviewed()
      await page.getByRole('button', { name: /^Waivers 3/ }).click()
      for (const { section, reason } of WAIVED)
        await page.getByRole('region', { name: section }).getByText(reason, { exact: true }).waitFor()
      await accessible('waivers')
      await picture('waivers')
      await page.emulateMedia({ colorScheme: 'light' })
      await picture('waivers-light')
      await page.emulateMedia({ colorScheme: 'dark' })
    })

    test('what got worse is shown with its old reason, and can be covered as it is now', async () => {
      const { page, picture } = window()
      const worse = page.getByRole('region', { name: WAIVED[0].section })
      await worse.getByRole('button', { name: 'Show' }).click()
      const card = page.locator('.finding-card[data-selected]')
      await card.getByText('worse than waived').waitFor()
      await card.getByText(WAIVED[0].reason, { exact: true }).waitFor()
      await picture('waiver-worse')
      await card.getByRole('button', { name: 'Cover as it is now' }).click()
      await page.getByRole('button', { name: 'Waived 1', exact: true }).waitFor()
      await page.getByRole('button', { name: /^Waivers 3/ }).click()
      await page.getByRole('region', { name: 'As it was' }).getByText(WAIVED[0].reason, { exact: true }).waitFor()
    })

    test('reason and end can be changed, with a day; what is no longer needed can go', async () => {
      const { page, picture } = window()
      const same = page.getByRole('region', { name: 'As it was' })
      await same.getByRole('button', { name: 'Change…' }).click()
      const form = page.getByRole('form', { name: 'Change the waiver' })
      await form.getByRole('textbox', { name: 'Reason' }).fill('agreed with the customer')
      await form.getByRole('button', { name: /Ends/ }).click()
      await page.getByRole('option', { name: 'on a day' }).click()
      await form.getByLabel('Last day').fill('2020-01-01')
      expect(await form.getByRole('button', { name: /^Keep/ }).isDisabled()).toBe(true)
      await form.getByLabel('Last day').fill('2099-12-31')
      await picture('waiver-change')
      await form.getByRole('button', { name: /^Keep/ }).click()
      await same.getByText('agreed with the customer', { exact: true }).waitFor()
      await same.getByText(/until 31\/12\/2099/).waitFor()
      await page.getByRole('region', { name: WAIVED[2].section }).getByRole('button', { name: 'Remove' }).click()
      await page.getByRole('button', { name: /^Waivers 2/ }).waitFor()
    })
  },
)
