import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { FAULTS, seeded, startChaosProxy, type ChaosProxy } from '#test/support/asap/chaos-proxy.ts'
import { startContractServer } from '#test/support/asap/contract-server.ts'
import type { NewMessage } from '#main/store/outbox.repo.ts'
import { addAccount, approvedPackage, aRequest, openSender, QUICK, type Sender } from './support.ts'
import { tally, type Tally } from './chaos-tally.ts'

const SHARE = 0.3
const TIMING = { ...QUICK, firstRetry: 1, longestRetry: 12, breakerAfter: 8, breakerFirst: 3, breakerLongest: 15, analysisPoll: 1 }
const CHILD = fileURLToPath(new URL('./chaos-child.ts', import.meta.url))
const total = { intents: 0, exactlyOne: 0, none: 0, several: 0, restarts: 0, kills: 0, requests: 0 }
const happened = new Map<string, number>()

/** In memory where there is such a place: what is proven does not depend on how fast the disk is. */
const folderOf = (): string => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'boardproof-chaos-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

const open = (folder: string): Promise<Sender> =>
  openSender(folder, { parts: { timing: TIMING, parallel: 12 }, limits: { idleMs: 1000, totalMs: 2000 } })

/** Ends a sender as a power cut would: the database is gone before anything under way can be written. */
const crash = async (sender: Sender): Promise<void> => {
  sender.database.close()
  await sender.close().catch(() => undefined)
}

/** Settles after that many further requests, or when nothing is left to send. */
const happens = async (proxy: ChaosProxy, sender: Sender | null, requests: number): Promise<void> => {
  const wanted = proxy.requests() + requests
  const end = performance.now() + 15_000
  while (proxy.requests() < wanted && performance.now() < end && sender?.engine.status().state !== 'up-to-date') {
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

const count = (found: Tally, proxy: ChaosProxy): void => {
  for (const key of ['intents', 'exactlyOne', 'none', 'several'] as const) total[key] += found[key]
  for (const [fault, times] of proxy.counts) {
    happened.set(fault, (happened.get(fault) ?? 0) + times)
    total.requests += times
  }
}
const asItShouldBe = (intents: number) => ({ intents, exactlyOne: intents, none: 0, several: 0, foreign: 0, wrongInStore: 0 })

const begin = async (seed: number) => {
  const server = await startContractServer()
  const proxy = await startChaosProxy(server.port, seed, SHARE)
  onTestFinished(async () => {
    await proxy.close()
    await server.close()
  })
  return { server, proxy, folder: folderOf(), chance: seeded(seed * 7919 + 1) }
}

/** Queues orders, two of every ten for the same board. */
const queue = (sender: Sender, account: string, count: number): string[] => {
  const ids: string[] = []
  // Every fourth package is new to the server; a copy of a board has the same bytes.
  let content: Pick<NewMessage, 'contentSha256' | 'packageSha256'> | null = null
  while (ids.length < count) {
    const isNew: boolean = content === null || ids.length % 4 === 0
    const approved: NewMessage = approvedPackage(sender, account, isNew ? {} : content!)
    content = { contentSha256: approved.contentSha256, packageSha256: approved.packageSha256 }
    for (let n = 0; n < (ids.length % 10 === 0 ? 2 : 1) && ids.length < count; n++)
      ids.push(sender.outbox.addOrder(approved, aRequest()).id)
  }
  return ids
}

describe('each approved intent ends in exactly one order', () => {
  for (let seed = 1; seed <= 8; seed++) {
    test(`with a harmful network and crashes in between, seed ${seed}`, { timeout: 240_000 }, async () => {
      const { server, proxy, folder, chance } = await begin(seed)
      let sender = await open(folder)
      const account = await addAccount(sender, proxy.baseUrl)
      const ids = queue(sender, account, 240)
      sender.engine.start()
      const end = performance.now() + 200_000
      while (sender.outbox.open().length > 0 && performance.now() < end) {
        await happens(proxy, sender, 20 + Math.floor(chance() * 150))
        if (sender.outbox.open().length === 0) break
        await crash(sender)
        total.restarts++
        sender = await open(folder)
        sender.engine.start()
      }
      await proxy.settled()
      const found = tally(sender, server.state, ids)
      count(found, proxy)
      expect(sender.outbox.open().map(({ says, step }) => `${step}: ${says}`)).toEqual([])
      expect(found).toMatchObject(asItShouldBe(240))
      expect(sender.faults).toEqual([])
      await sender.close()
    })
  }

  test('with processes killed at any moment', { timeout: 240_000 }, async () => {
    const { server, proxy, folder, chance } = await begin(99)
    const before = await open(folder)
    const account = await addAccount(before, proxy.baseUrl)
    const ids = queue(before, account, 100)
    await before.close()
    const life = (requests: number): Promise<boolean> =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
        let complained = ''
        child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
        child.stdout.once('data', () => void happens(proxy, null, requests).then(() => child.kill('SIGKILL')))
        child.on('error', reject)
        child.on('close', (code, signal) => {
          if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`the child failed: ${complained}`))
          else resolve(signal !== 'SIGKILL')
        })
      })
    let isDone = false
    for (let kills = 0; !isDone; kills++) {
      isDone = await life(kills < 12 ? 1 + Math.floor(chance() * 80) : 100_000)
      if (!isDone) total.kills++
    }
    await proxy.settled()
    const sender = await open(folder)
    const found = tally(sender, server.state, ids)
    count(found, proxy)
    expect(sender.outbox.open().map(({ says }) => says)).toEqual([])
    expect(found).toMatchObject(asItShouldBe(100))
    expect(sender.database.pragma('integrity_check', { simple: true })).toBe('ok')
    await sender.close()
    expect(total.kills).toBeGreaterThan(5)
  })

  test('and the harm is real: the same network without looking up would order twice', async () => {
    const { server, proxy, folder } = await begin(5)
    const sender = await open(folder)
    const account = await addAccount(sender, proxy.baseUrl)
    const ordering = sender.connections.connect(account)!.ordering!
    const board = server.state.storeBoard('a.zip', new Uint8Array([1]))
    const run = server.state.run(board.board_id, null)
    for (let n = 0; n < 60; n++) {
      const { form } = aRequest()
      // What a client does that sends again whatever has failed.
      for (let isOrdered = false; !isOrdered;) {
        const draft = await ordering.createDraft({ reference: `bp-0000000${n}`, runId: run.dfm_run_id, terms: form }, null)
        isOrdered = draft.ok && (await ordering.submit(draft.value.id, null)).ok
      }
    }
    await proxy.settled()
    expect(server.state.orders.size).toBeGreaterThan(60)
    await sender.close()
  })

  afterAll(() => {
    const faults = [...happened].sort(([a], [b]) => (a < b ? -1 : 1)).map(([fault, times]) => `${fault} ${times}`)
    process.stdout.write(
      `chaos: ${total.intents} intents, ${total.exactlyOne} with exactly one order, ${total.none} with none, ${total.several} with several; ` +
        `${total.restarts} crashes, ${total.kills} killed processes, ${total.requests} requests: ${faults.join(', ')}\n`,
    )
    // Nothing was left out.
    expect([...FAULTS].filter((fault) => !happened.get(fault))).toEqual([])
    expect(total.intents).toBeGreaterThanOrEqual(2000)
  })
})
