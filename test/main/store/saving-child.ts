import { contentFolder, openStore } from '#main/store/store.ts'
import { aReview, sha256 } from '#test/main/support/stored.ts'

/** Saves one package after another until it is killed; says which ones it was told are safe. */

const folder = process.argv[2]!
const round = process.argv[3]!
const opened = await openStore(folder)
if (!opened.ok) throw new Error(`${contentFolder(folder)}: ${opened.error.message}`)
const { boards, contents } = opened.value
const say = (text: string): void => void process.stdout.write(`${text}\n`)
say('ready')
for (let n = 0; ; n++) {
  const seed = `round ${round}, package ${n}`
  const archive = new TextEncoder().encode(seed.padEnd(20_000 + n * 7, '.'))
  const sha = contents.put(archive)
  const review = aReview(seed)
  boards.save({ ...review, package: { ...review.package, archiveSha256: sha } })
  say(`${sha256(seed)} ${sha}`)
  // Output of a process that is killed is only there when it had the chance to be written.
  await new Promise((resolve) => setImmediate(resolve))
}
