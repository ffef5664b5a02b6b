// Generated from the contract by main/build/generate-providers.ts.
import { getAuthMe, postAuthLogin, postAuthLogout, postAuthRefresh } from './session.ts'
import { getSpools } from './spools.ts'
import { getProducts } from './products.ts'
import { getProductionRuns } from './production-runs.ts'

/** Every call of the contract: Batchivo API. */
export const endpoints = { getAuthMe, postAuthLogin, postAuthLogout, postAuthRefresh, getSpools, getProducts, getProductionRuns }
