import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { builtPage, startApplication, type RunningApp } from './app.ts'
import { chromiumPath, launchChromium } from './chromium.ts'

/** How long a step may take before the test says that it never happened. */
const PATIENCE_MS = 60_000
const START_MS = 240_000
/** A folder for pictures of every screen on the way; none are taken without it. */
const PICTURES = process.env['BOARDPROOF_PICTURES'] ?? null

/** The application in a window of its own, for the tests of one `describeWindow`. */
export interface AppWindow {
  readonly browser: Browser
  readonly app: RunningApp
  readonly page: Page
  /** What the page complained about since the test began; anything in it fails the test at its end. */
  readonly failures: string[]
  /** Fails with what axe finds wrong, naming the screen. */
  accessible(screen: string): Promise<void>
  /** Takes a picture where BOARDPROOF_PICTURES names a folder. */
  picture(name: string): Promise<void>
  /** Opens the sample board from the start page and waits until all checks are through. */
  openSample(): Promise<void>
  /** Goes to the review stage and waits until all checks are through. */
  reviewed(): Promise<void>
}

export interface WindowOptions {
  /** Of the browser's context: colour scheme, size, language. */
  readonly context?: BrowserContextOptions
  /** Runs before the application starts, for servers that it talks to. */
  readonly before?: () => Promise<void>
  /** Runs once the start page is there. */
  readonly started?: (window: AppWindow) => Promise<void>
  /** Runs after the application has ended. */
  readonly after?: () => Promise<void>
  /** A real folder to work in instead of one of the test's own. */
  readonly data?: string
  /** The browser draws with WebGL by the processor. */
  readonly webgl?: boolean
  /** Messages of the browser's console that are expected, such as a refused request that the test provokes. */
  readonly expected?: RegExp
}

const openWindow = async (options: WindowOptions): Promise<AppWindow> => {
  const { data, webgl = false, expected, context } = options
  const app = await startApplication(data)
  const browser = await launchChromium(webgl)
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce', ...context })
  ).newPage()
  const failures: string[] = []
  const note = (text: string): void => void (expected?.test(text) || failures.push(text))
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => note(error.message))
  page.on('console', (message) => message.type() === 'error' && note(`${message.text()} ${message.location().url}`))
  await page.goto(app.address)
  await page.getByRole('heading', { name: 'Drop a fabrication package here' }).waitFor()
  const reviewed = async (): Promise<void> => {
    await page.keyboard.press('Alt+2')
    await page
      .getByText(/\d+ of \d+ checks ran$/)
      .first()
      .waitFor()
  }
  return {
    browser,
    app,
    page,
    failures,
    async accessible(screen) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => `${screen}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([])
    },
    async picture(name) {
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` })
    },
    async openSample() {
      await page.getByRole('button', { name: 'Try the sample board' }).click()
      await page.getByText('Copper, top').waitFor()
      await reviewed()
    },
    reviewed,
  }
}

/**
 * A `describe` whose tests share one real window: the built page in Chromium, the application behind it on a data
 * folder of its own. Skipped, and saying so, where there is no Chromium. `tests` gets the window as a function, since it
 * is there only once the tests run.
 */
export const describeWindow = (title: string, options: WindowOptions, tests: (window: () => AppWindow) => void): void =>
  void describe.skipIf(!chromiumPath)(`${title}${chromiumPath ? '' : ' (skipped: no Chromium)'}`, { timeout: 3 * PATIENCE_MS }, () => {
    let opened: AppWindow | undefined
    beforeAll(async () => {
      await builtPage()
      await options.before?.()
      opened = await openWindow(options)
      await options.started?.(opened)
    }, START_MS)
    afterAll(async () => {
      await opened?.browser.close()
      await opened?.app.stop()
      await options.after?.()
    })
    beforeEach(() => {
      if (opened) opened.failures.length = 0
    })
    afterEach(() => expect(opened?.failures).toEqual([]))
    tests(() => {
      if (!opened) throw new Error('the window is there only while tests run')
      return opened
    })
  })
