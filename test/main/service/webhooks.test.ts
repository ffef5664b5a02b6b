import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createHmac } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { fileSealer } from '#main/secrets/sealer.ts'
import { newWebhookSecret } from '#main/service/webhooks/sign.ts'
import { openServiceStore, type ServiceStore } from '#main/service/store/service-store.ts'
import type { WebhookEvent } from '#main/service/store/webhooks.repo.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { aService, formWith, type TestService } from './support/service.ts'
import { ORDERING } from './support/walk.ts'

const zip = await zipOf(orderableBoard(30, 40, 2))

interface Received {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A receiver that answers with these statuses in turn, the last one for good. */
const aReceiver = async (...statuses: readonly number[]): Promise<{ url: string; received: Received[] }> => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      response.writeHead(statuses[Math.min(received.length, statuses.length - 1)]!, { location: '/elsewhere' }).end()
      received.push({ headers: request.headers, body })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}

const withStore = async <T>(service: TestService, work: (store: ServiceStore) => T | Promise<T>): Promise<T> => {
  const opened = await openServiceStore(service.data)
  if (!opened.ok) throw new Error(opened.error.message)
  try {
    return await work(opened.value)
  } finally {
    opened.value.close()
  }
}

const subscribe = (service: TestService, url: string, events: readonly WebhookEvent[], org = 'acme'): Promise<string> =>
  withStore(service, async ({ webhooks }) => {
    const secret = newWebhookSecret()
    webhooks.add(org, url, await fileSealer(join(service.data, 'key')).seal(secret), events)
    return secret
  })

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}

it('tells of finished runs and changed orders, signed, to their organisation only', async () => {
  const service = await aService({ webhookPollMs: 20, webhookRetryMs: [20] })
  const [mine, theirs, runsOnly] = [await aReceiver(204), await aReceiver(204), await aReceiver(204)]
  const secret = await subscribe(service, mine.url, ['dfm_run.finished', 'order.changed'])
  await subscribe(service, theirs.url, ['dfm_run.finished', 'order.changed'], 'other')
  await subscribe(service, runsOnly.url, ['dfm_run.finished'])
  const run = await service.call('POST', '/v1/dfm-runs', { form: formWith(zip) })
  const { dfm_run_id } = run.body as { dfm_run_id: string }
  const { quote_id } = (await service.call('POST', '/v1/quotes', { json: { ...ORDERING, dfm_run_id } })).body as { quote_id: string }
  const { order_id } = (await service.call('POST', '/v1/orders', { json: { quote_id } })).body as { order_id: string }
  await withStore(service, ({ orders }) => orders.move(order_id, 'accepted', 'in_production', null))
  await until(() => mine.received.length === 3)
  const events = mine.received.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> })
  expect(events.map((e) => e.type).sort()).toEqual(['dfm_run.finished', 'order.changed', 'order.changed'])
  expect(events.find((e) => e.type === 'dfm_run.finished')!.data).toMatchObject({ dfm_run_id, status: 'succeeded' })
  expect(events.filter((e) => e.type === 'order.changed').map((e) => e.data['status'])).toEqual(['accepted', 'in_production'])
  for (const { headers, body } of mine.received) {
    const signed = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`
    const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(signed)
      .digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${expected}`)
    expect((JSON.parse(body) as { id: string }).id).toBe(headers['webhook-id'])
  }
  expect(theirs.received).toEqual([])
  await until(() => runsOnly.received.length === 1)
  await until(() => withStore(service, ({ webhooks }) => webhooks.deliveries(10).every((d) => d.state === 'delivered')))
  await withStore(service, ({ webhooks }) => expect(webhooks.deliveries(10)).toHaveLength(4))
  expect(service.log.join('')).not.toContain(secret)
})

it('tries again with the same message until it is taken, and follows no redirect', async () => {
  const service = await aService({ webhookPollMs: 10, webhookRetryMs: [10, 10, 10] })
  const receiver = await aReceiver(500, 302, 200)
  await subscribe(service, receiver.url, ['dfm_run.finished'])
  await service.call('POST', '/v1/dfm-runs', { form: formWith(zip) })
  await until(() => receiver.received.length === 3)
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
  await until(() => withStore(service, ({ webhooks }) => webhooks.deliveries(1)[0]!.state === 'delivered'))
  await withStore(service, ({ webhooks }) => expect(webhooks.deliveries(1)[0]).toMatchObject({ attempts: 3, lastAnswer: 'status 200' }))
})

it('gives up after the last attempt, and says so in the log', async () => {
  const service = await aService({ webhookPollMs: 10, webhookRetryMs: [10] })
  await subscribe(service, 'http://127.0.0.1:9/nobody', ['dfm_run.finished'])
  await service.call('POST', '/v1/dfm-runs', { form: formWith(zip) })
  await until(() => withStore(service, ({ webhooks }) => webhooks.deliveries(1)[0]!.state === 'given-up'))
  await withStore(service, ({ webhooks }) => expect(webhooks.deliveries(1)[0]!.attempts).toBe(2))
  await until(() => service.log.some((line) => line.includes('webhook given up')))
})

it('keeps what waits over a restart', async () => {
  const service = await aService({ webhookPollMs: 10, webhookRetryMs: [300, 10, 10] })
  const receiver = await aReceiver(503, 200)
  await subscribe(service, receiver.url, ['dfm_run.finished'])
  await service.call('POST', '/v1/dfm-runs', { form: formWith(zip) })
  await until(() => receiver.received.length === 1)
  await service.restart()
  await until(() => receiver.received.length === 2)
  expect(receiver.received[1]!.body).toBe(receiver.received[0]!.body)
})
