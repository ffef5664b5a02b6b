import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describedBoard } from '#core/builder/board-of.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { faultyBoard } from '#test/core/report/support/reviewed.ts'

const program = fileURLToPath(new URL('../../../main/cli/main.ts', import.meta.url))
let folder = ''
const files: string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'boardproof-check-'))
  for (const { path, bytes } of writePackage(describedBoard(faultyBoard()))) {
    files.push(join(folder, path))
    writeFileSync(files.at(-1)!, bytes)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const check = (...options: string[]) => spawnSync(process.execPath, [program, 'check', ...files, ...options], { maxBuffer: 1 << 26 })

const starts = {
  text: 'BLOCKED',
  json: '{\n "schema": "boardproof.check/1"',
  sarif: '{\n "$schema"',
  junit: '<?xml',
  html: '<!doctype html>',
  csv: 'severity,check',
  pdf: '%PDF-',
} as const

describe('check --format', () => {
  it.each(Object.entries(starts))('writes %s to standard output and says with its exit code that something blocks', (format, start) => {
    const { status, stdout, stderr } = check('--format', format)
    expect([stderr.toString(), status]).toEqual(['', 1])
    expect(stdout.toString('latin1').slice(0, start.length)).toBe(start)
  })

  it('writes to a file, the same bytes twice', () => {
    for (const format of ['html', 'pdf']) {
      const [one, two] = ['one', 'two'].map((name) => {
        const out = join(folder, `${name}.${format}`)
        expect(check('--format', format, '--out', out, '--fail-on', 'never').status).toBe(0)
        return readFileSync(out)
      })
      expect(one!.length).toBeGreaterThan(10_000)
      expect(Buffer.compare(one!, two!)).toBe(0)
    }
  })

  it('refuses an unknown format with the ones there are', () => {
    const { status, stderr } = check('--format', 'docx')
    expect(status).toBe(2)
    expect(stderr.toString()).toContain('--format must be one of text, json, sarif, junit, html, csv, pdf; got "docx"')
  })
})
