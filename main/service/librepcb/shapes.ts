import { z } from 'zod'

/**
 * Shapes of LibrePCB's server API.
 * @source LibrePCB Server API v1
 */
export const orderInfo = z.object({
  info_url: z.string(),
  /** Null while projects are not taken. */
  upload_url: z.string().nullable(),
  /** Bytes of the raw .lppz. */
  max_size: z.int().nonnegative(),
})

export const projectUpload = z.object({ project: z.string().min(1), board: z.string().max(1024).nullable().optional() })

export const uploadAnswer = z.object({ redirect_url: z.string() })

const texts = z.record(z.string(), z.string())
const count = z.int().nonnegative()

export const libraryEntry = z.object({
  uuid: z.string(),
  name: texts,
  description: texts,
  keywords: texts,
  author: z.string(),
  version: z.string(),
  deprecated: z.boolean(),
  url: z.string(),
  dependencies: z.array(z.string()),
  component_categories: count,
  package_categories: count,
  symbols: count,
  packages: count,
  components: count,
  devices: count,
  recommended: z.boolean(),
  updated_at: z.iso.datetime(),
  format_version: z.string(),
  icon_url: z.string().nullable(),
  download_url: z.string(),
  download_size: count.nullable(),
  download_sha256: z.string().nullable(),
})
export type LibraryEntry = z.infer<typeof libraryEntry>

export const libraryPage = z.object({
  count,
  next: z.string().nullable(),
  previous: z.string().nullable(),
  results: z.array(libraryEntry),
})
export type LibraryPage = z.infer<typeof libraryPage>
