// Generated from the contract by main/build/generate-providers.ts.
import { getLibraries } from './libraries.ts'
import { getOrder, postUploadUrl } from './order.ts'

/** Every call of the contract: LibrePCB Server API. */
export const endpoints = { getLibraries, getOrder, postUploadUrl }
