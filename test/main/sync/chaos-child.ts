import { openSender, QUICK } from './support.ts'

/** Sends what is queued in a data folder until nothing waits any more, or until it is killed. */
const sender = await openSender(process.argv[2]!, {
  parts: { timing: { ...QUICK, firstRetry: 1, longestRetry: 12, breakerAfter: 8, breakerFirst: 3, breakerLongest: 15, analysisPoll: 1 } },
  limits: { idleMs: 1000, totalMs: 2000 },
})
sender.engine.start()
process.stdout.write('sending\n')
while (sender.outbox.open().length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
await sender.close()
