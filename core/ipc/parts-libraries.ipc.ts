import { z } from 'zod'
import { call } from './call.ts'
import { accountId } from './order-shapes.ts'
import { PROVIDER_ERRORS } from './providers.ipc.ts'

const account = z.strictObject({ account: accountId })
const uuid = z.string().min(1).max(100)
const format = z.string().regex(/^\d{1,3}(?:\.\d{1,3})?$/)
/** The page's name for a long transfer, under which it hears of it and stops it. */
export const jobId = z.uuid()

export const partsLibraryShape = z.object({
  uuid: z.string(),
  name: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  author: z.string(),
  version: z.string(),
  url: z.string(),
  isDeprecated: z.boolean(),
  isRecommended: z.boolean(),
  /** Listed only for a newer file format than was asked for: cannot be used, nor downloaded. */
  needsNewer: z.boolean(),
  dependencies: z.array(z.string()),
  counts: z.record(z.string(), z.int()),
  updatedAt: z.string(),
  format: z.string(),
  hasIcon: z.boolean(),
  downloadBytes: z.number().nullable(),
  /** Null where the server says no hash to check the download by. */
  downloadSha256: z.string().nullable(),
})
export type PartsLibraryShape = z.infer<typeof partsLibraryShape>

export const keptLibraryShape = z.object({
  uuid: z.string(),
  name: z.string(),
  version: z.string(),
  format: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  savedAt: z.number(),
  isWhole: z.boolean(),
})
export type KeptLibraryShape = z.infer<typeof keptLibraryShape>

/** LibrePCB's libraries: what a server lists, and what is kept on this computer. */
export const partsLibraryCalls = {
  /** All libraries that a file format can read, in the language of this computer, and those that need a newer one. */
  'libraries.list': call({
    input: account.extend({ format }),
    /** `newerFailure`: why it is not known which libraries need a newer format. */
    output: z.object({ libraries: z.array(partsLibraryShape), newerFailure: z.string().nullable() }),
    errors: PROVIDER_ERRORS,
  }),
  /** A picture as a `data:` address; null for a library without one, or one that is no PNG of an icon's size. */
  'libraries.icon': call({
    input: account.extend({ format, uuid }),
    output: z.string().nullable(),
    errors: [...PROVIDER_ERRORS, 'no-such-library'],
  }),
  /**
   * Saves a library, with what it needs when that is wanted, checked by size and SHA-256 before it is kept. How far it is
   * comes as event `transfer`; `transfers.cancel` stops it.
   */
  'libraries.download': call({
    input: account.extend({ format, uuid, withNeeded: z.boolean(), job: jobId }),
    output: z.object({
      saved: z.array(z.object({ uuid: z.string(), name: z.string(), path: z.string(), bytes: z.int() })),
      missing: z.array(z.string()),
    }),
    errors: [...PROVIDER_ERRORS, 'no-such-library'],
  }),
  /** Needs no network. */
  'libraries.kept': call({ input: z.strictObject({}), output: z.array(keptLibraryShape), errors: [] }),
  /** Can be taken back with `libraries.restore` for a day. */
  'libraries.remove': call({ input: z.strictObject({ uuid }), output: z.null(), errors: ['no-such-library'] }),
  'libraries.restore': call({ input: z.strictObject({ uuid }), output: z.null(), errors: ['no-such-library'] }),
  /** Shows the folder of the libraries in the file manager, where there is one. */
  'libraries.openFolder': call({ input: z.strictObject({}), output: z.object({ path: z.string(), isOpened: z.boolean() }), errors: [] }),
  /** Stops a transfer; its call then fails with `cancelled`. False = it is over already. */
  'transfers.cancel': call({ input: z.strictObject({ job: jobId }), output: z.boolean(), errors: [] }),
}
