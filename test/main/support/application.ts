import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { onTestFinished } from 'vitest'
import { writePackage } from '#core/builder/write-package.ts'
import type { CallName, Contract } from '#core/ipc/contract.ts'
import type { InputOf, OutputOf } from '#core/ipc/call.ts'
import type { AppEvent } from '#core/ipc/events.ts'
import { startApplication, type Application } from '#main/services/application.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

export interface Running {
  readonly application: Application
  /** Everything that was told so far, in order. */
  readonly heard: AppEvent[]
  /** Makes a call as a page would. @returns the answer; a failure fails the test */
  ask<N extends CallName>(name: N, input: InputOf<Contract[N]>): Promise<OutputOf<Contract[N]>>
  /** @returns the phase in which the board's work ended */
  ended(board: string): Promise<'done' | 'failed' | 'cancelled'>
  close(): Promise<void>
}

const LAST_PHASES = ['done', 'failed', 'cancelled']

/** Starts the real application on a data folder; it is closed after the test. */
export const runApplication = async (folder: string): Promise<Running> => {
  const started = await startApplication(folder, 'browser', null)
  if (!started.ok) throw new Error(started.error.message)
  const application = started.value
  const heard: AppEvent[] = []
  const waiting = new Map<string, (phase: 'done') => void>()
  const last = new Map<string, 'done'>()
  application.events.listen((event) => {
    heard.push(event)
    if (event.event !== 'progress') return
    const { board, progress } = event.payload
    const isOver = LAST_PHASES.includes(progress.phase)
    if (!isOver) last.delete(board)
    else {
      last.set(board, progress.phase as 'done')
      waiting.get(board)?.(progress.phase as 'done')
      waiting.delete(board)
    }
  })
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => (closing ??= application.close())
  onTestFinished(close)
  return {
    application,
    heard,
    async ask(name, input) {
      // A new run begins: how the last one ended no longer counts.
      if (name === 'board.setRole') last.delete((input as { board: string }).board)
      const reply = await application.dispatch(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`)
      return reply.value as never
    },
    ended: (board) => {
      const phase = last.get(board)
      return phase ? Promise.resolve(phase) : new Promise((resolve) => waiting.set(board, resolve))
    },
    close,
  }
}

/** @returns the small board as a zip; `rename` changes the files' paths, `extra` adds files */
export const smallZip = async (
  rename: (path: string) => string = (path) => path,
  extra: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> => {
  const zip = new JSZip()
  const date = new Date(Date.UTC(2026, 0, 1))
  for (const { path, bytes } of writePackage(smallBoard())) zip.file(rename(path), bytes, { date })
  for (const [path, content] of Object.entries(extra)) zip.file(path, content, { date })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** @returns the path of a small board's zip, in a folder that is removed after the test */
export const smallPackage = async (name = 'amp.zip'): Promise<string> => {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, await smallZip())
  return file
}

/** @returns a Gerber file with this many draws, each somewhere else: slow to read and to compose */
export const bigGerber = (draws: number): string => {
  const lines = ['%FSLAX46Y46*%', '%MOMM*%', '%TF.FileFunction,Copper,L1,Top*%', '%ADD10C,0.2*%', 'D10*', 'G01*']
  let state = 1
  const next = (): number => (state = (state * 48271) % 0x7fffffff) % 200_000_000
  for (let i = 0; i < draws; i++) lines.push(`X${next()}Y${next()}D02*`, `X${next()}Y${next()}D01*`)
  return [...lines, 'M02*', ''].join('\n')
}
