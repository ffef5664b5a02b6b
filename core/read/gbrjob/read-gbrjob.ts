import type { z } from 'zod'
import { ProblemLog } from '#core/base/problem.ts'
import type { GbrJob, JobDesignRule, JobFile, JobStackupLayer } from '#core/read/gbrjob/job.ts'
import { jobParts } from '#core/read/gbrjob/wire.ts'
import { decodeText } from '#core/read/text/decode-text.ts'

type JsonObject = Readonly<Record<string, unknown>>

const MAX_ENTRIES = 5000

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a Gerber job file (.gbrjob). Never fails: a part that is missing is null or empty, a part of the wrong shape is
 * left out and named in `problems`.
 * @source Gerber Job Format Specification 2020.08
 */
export const readGbrJob = (bytes: Uint8Array): GbrJob => {
  const log = new ProblemLog()
  const root = parse(bytes, log)
  const part = <T>(schema: z.ZodType<T>, value: unknown, name: string): T | null => {
    if (value === undefined || value === null) return null
    const read = schema.safeParse(value)
    if (read.success) return read.data
    log.add('warning', 'part-unreadable', 0, `${name} has an unexpected form and is ignored.`)
    return null
  }
  const list = <T>(schema: z.ZodType<T>, name: string): readonly T[] => {
    const value = root[name]
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      log.add('warning', 'part-unreadable', 0, `${name} is not a list and is ignored.`)
      return []
    }
    if (value.length > MAX_ENTRIES)
      log.add('error', 'too-many-entries', 0, `${name} has ${value.length} entries; the first ${MAX_ENTRIES} are read.`)
    return value.slice(0, MAX_ENTRIES).flatMap((each: unknown, k) => part(schema, each, `Entry ${k + 1} of ${name}`) ?? [])
  }
  const specs = isObject(root.GeneralSpecs) ? root.GeneralSpecs : {}
  const header = part(jobParts.header, root.Header, 'Header')
  const project = part(jobParts.project, specs.ProjectId, 'GeneralSpecs.ProjectId')
  const size = part(jobParts.size, specs.Size, 'GeneralSpecs.Size')
  const software = header?.GenerationSoftware
  return {
    generator: software ? [...new Set([software.Vendor, software.Application, software.Version])].filter(Boolean).join(' ') || null : null,
    created: header?.CreationDate ?? null,
    project: project ? { name: project.Name ?? null, guid: project.GUID ?? null, revision: project.Revision ?? null } : null,
    size: size ? { x: size.X, y: size.Y } : null,
    layerCount: part(jobParts.layerCount, specs.LayerNumber, 'GeneralSpecs.LayerNumber'),
    thickness: part(jobParts.length, specs.BoardThickness, 'GeneralSpecs.BoardThickness'),
    finish: part(jobParts.text, specs.Finish, 'GeneralSpecs.Finish'),
    specs: Object.fromEntries(Object.entries(specs).slice(0, 100).filter(isScalarEntry)),
    designRules: list(jobParts.rule, 'DesignRules').map(toRule),
    files: list(jobParts.file, 'FilesAttributes').map(toFile),
    stackup: list(jobParts.layer, 'MaterialStackup').map(toLayer),
    problems: log.list(),
  }
}

const isScalarEntry = (entry: [string, unknown]): entry is [string, string | number | boolean] =>
  ['string', 'number', 'boolean'].includes(typeof entry[1])

const toRule = (rule: z.infer<typeof jobParts.rule>): JobDesignRule => ({
  layers: rule.Layers,
  padToPad: rule.PadToPad ?? null,
  padToTrack: rule.PadToTrack ?? null,
  trackToTrack: rule.TrackToTrack ?? null,
  minLineWidth: rule.MinLineWidth ?? null,
  trackToRegion: rule.TrackToRegion ?? null,
  regionToRegion: rule.RegionToRegion ?? null,
})

const toFile = ({ Path, FileFunction, FilePolarity }: z.infer<typeof jobParts.file>): JobFile => ({
  path: Path.replaceAll('\\', '/'),
  fileFunction: (FileFunction ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== ''),
  polarity: /^positive$/i.test(FilePolarity ?? '') ? 'positive' : /^negative$/i.test(FilePolarity ?? '') ? 'negative' : null,
})

const toLayer = (layer: z.infer<typeof jobParts.layer>): JobStackupLayer => ({
  type: layer.Type,
  name: layer.Name ?? null,
  thickness: layer.Thickness ?? null,
  material: layer.Material ?? null,
  color: layer.Color ?? null,
  notes: layer.Notes ?? null,
})

const parse = (bytes: Uint8Array, log: ProblemLog): JsonObject => {
  const text = decodeText(bytes)
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
    log.add('error', 'not-a-job', 0, 'The job file is not a JSON object.')
  } catch (cause) {
    // a broken file is an expected outcome, told as a problem
    log.add(
      'error',
      'not-json',
      0,
      `The job file is not valid JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : 'unreadable'}.`,
    )
  }
  return {}
}

/** @returns true when the bytes look like a Gerber job file: a JSON object with the job's own keys near its beginning */
export const looksLikeGbrJob = (bytes: Uint8Array): boolean => {
  const text = decodeText(bytes.subarray(0, 65_536)).trimStart()
  return text.startsWith('{') && /"(?:FilesAttributes|GeneralSpecs)"\s*:/.test(text)
}
