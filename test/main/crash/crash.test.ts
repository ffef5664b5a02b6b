import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { seededRandom } from '#core/builder/random.ts'
import { bundleChild } from './bundle-child.ts'
import { readFacts } from './crash-facts.ts'
import { crashFolder, prepareFolder, startAfresh } from './crash-folder.ts'
import { openServices } from './open-services.ts'
import { wrongIn, type Safe } from './wrong-in.ts'

/** More by hand: `KILLS=5000`. */
const KILLS = Number(process.env['KILLS'] ?? 320)
const LANES = 2
/** A folder is used so often before the prepared one takes its place: else checking it takes ever longer. */
const KILLS_OF_A_FOLDER = 20
/** Kills come before the first deed, within one and between two, however fast the machine is. */
const MOST_DEEDS = 14
const LONGEST_PAUSE_MS = 6

const environment = (child: string): NodeJS.ProcessEnv => ({ ...process.env, NODE_COMPILE_CACHE: join(dirname(child), 'compiled') })

/** Runs the child and kills it without warning, some deeds and a moment after it is ready. @returns the lines that it wrote whole */
const lifeOf = (child: string, folder: string, seed: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, String(seed)], { env: environment(child), stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, complained] = ['', '']
    let doomed: NodeJS.Timeout | null = null
    const random = seededRandom(seed)
    const [deeds, pauseMs] = [Math.floor(MOST_DEEDS * random()), LONGEST_PAUSE_MS * random()]
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length > deeds + 1) doomed ??= setTimeout(() => running.kill('SIGKILL'), pauseMs)
    })
    running.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
    running.on('error', reject)
    running.on('close', (_, signal) => {
      if (signal === 'SIGKILL' && complained === '') resolve(said.split('\n').slice(1, -1))
      else reject(new Error(`the child with seed ${seed} ended by itself: ${complained}`))
    })
  })

const nothingSaid = (): Safe => ({ log: new Set(), order: new Set(), package: new Set() })

test(
  `killed ${KILLS} times at any moment, every start finds all that was decided, the log whole, and nothing half`,
  {
    timeout: 120_000 + KILLS * 6000,
  },
  async () => {
    const [child, prepared] = [await bundleChild(), await prepareFolder()]
    const facts = readFacts(prepared)
    expect(spawnSync(process.execPath, [child, prepared, '-1'], { env: environment(child), encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    })
    const survived = { kills: 0, deeds: 0, orders: 0, packages: 0 }
    let next = 0

    const lane = async (): Promise<void> => {
      const folder = crashFolder()
      let safe = nothingSaid()
      for (let used = 0; next < KILLS; used++) {
        const seed = next++
        if (used % KILLS_OF_A_FOLDER === 0) {
          startAfresh(folder, prepared)
          safe = nothingSaid()
        }
        for (const line of await lifeOf(child, folder, seed)) {
          const [kind, name] = line.split(' ') as [keyof Safe, string]
          safe[kind].add(name)
          survived[kind === 'log' ? 'deeds' : kind === 'order' ? 'orders' : 'packages']++
        }
        const services = await openServices(folder)
        expect(wrongIn(services, facts, safe), `after the kill with seed ${seed}`).toEqual([])
        await services.ordering.close()
        services.store.close()
        survived.kills++
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    process.stdout.write(`crashes: ${JSON.stringify(survived)}\n`)
    // Else nothing was tried: the kills came before anything was decided.
    expect(survived.deeds).toBeGreaterThan(5 * KILLS)
    expect(survived.orders).toBeGreaterThan(KILLS / 10)
    expect(survived.packages).toBeGreaterThan(KILLS / 10)
  },
)
