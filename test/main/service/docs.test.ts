import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ASAP_ENDPOINTS } from '#core/asap/endpoints.ts'
import { chromiumPath, launchChromium } from '#test/e2e/support/chromium.ts'
import type { Document } from './support/fuzz.ts'
import { aService, type TestService } from './support/service.ts'

let service: TestService

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data }, (stop) => afterAll(stop))
})

it('describes every endpoint, and every reference in the document leads somewhere', async () => {
  const text = await (await fetch(`${service.address()}/openapi.json`)).text()
  const document = JSON.parse(text) as Document & { openapi: string }
  expect(document.openapi).toBe('3.1.1')
  for (const { method, path } of Object.values(ASAP_ENDPOINTS)) expect(document.paths[`/api${path}`]).toHaveProperty(method.toLowerCase())
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
  expect(references.length).toBeGreaterThan(50)
  for (const name of new Set(references)) expect(document.components.schemas).toHaveProperty(name)
  expect(text).not.toContain('"$ref":"__')
})

it('says that it lives, without a key', async () => {
  const reply = await fetch(`${service.address()}/health`)
  expect([reply.status, await reply.json()]).toEqual([
    200,
    { status: 'ok', version: expect.stringMatching(/^\d/) as unknown, jobs_waiting: 0 },
  ])
})

describe.skipIf(chromiumPath === null)('the documentation in a browser (skipped where there is none)', () => {
  it.each([
    ['/docs', '#swagger-ui .opblock', 'POST'],
    ['/redoc', '[data-section-id]', 'Store a Gerber zip'],
  ])('%s shows the calls and asks nobody else for anything', async (path, selector, words) => {
    const browser = await launchChromium(false)
    try {
      const page = await browser.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const refused = new Map<string, string | undefined>()
      page.on('requestfailed', (request) => refused.set(request.url(), request.failure()?.errorText))
      const failed: string[] = []
      page.on('pageerror', (error) => failed.push(error.message))
      await page.goto(`${service.address()}${path}`)
      await page.waitForSelector(selector)
      expect(await page.textContent('body')).toContain(words)
      // What a page names elsewhere is refused by its own policy before it leaves the browser.
      const isElsewhere = (url: string): boolean => !url.startsWith(service.address()) && !/^(data|blob):/.test(url)
      expect(asked.filter((url) => isElsewhere(url) && refused.get(url) !== 'csp')).toEqual([])
      expect(failed).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
