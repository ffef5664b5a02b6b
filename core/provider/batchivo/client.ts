import { err, ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import type { AnswerOf } from '#core/provider/wire/endpoint.ts'
import { textIn, type LooseRow } from '#core/provider/wire/fields.ts'
import { rateGate } from '#core/provider/wire/rate-gate.ts'
import { callEndpoint, type Speaker } from '#core/provider/wire/send.ts'
import { getAuthMe, postAuthLogout } from './generated/session.ts'
import type { getProductionRuns } from './generated/production-runs.ts'
import type { getProducts } from './generated/products.ts'
import type { getSpools } from './generated/spools.ts'
import { postProducts, type NewProduct } from './product.ts'
import { bearer, readTokens, signIn, tokenRenewal } from './tokens.ts'

/** Which rows of a list, and in which order. Filters are fields of the rows. */
export interface ListChoice {
  readonly sortBy?: string
  readonly descending?: boolean
  readonly filters?: Readonly<Record<string, string>>
}

export interface Page {
  /** The reference documents hardly any field: rows are kept as they are. */
  readonly rows: readonly LooseRow[]
  /** Rows over all pages. */
  readonly total: number
}

/** A list of Batchivo. */
export type List = typeof getSpools | typeof getProducts | typeof getProductionRuns

/** The server allows no more on a page. */
const MOST_ON_PAGE = 100
/** A list that never ends is cut here. */
const MOST_PAGES = 200

/** Everything that Batchivo offers. Rate limits are obeyed before a request leaves; old tokens are renewed on the way. */
export interface BatchivoClient {
  /** @returns the secret to keep */
  signIn(email: string, password: string, cancel: Cancel | null): Answer<string>
  signOut(cancel: Cancel | null): Answer<null>
  me(cancel: Cancel | null): Answer<AnswerOf<typeof getAuthMe>>
  page(list: List, choice: ListChoice, skip: number, limit: number, cancel: Cancel | null): Answer<Page>
  /** All pages of a list. */
  all(list: List, choice: ListChoice, cancel: Cancel | null): Answer<readonly LooseRow[]>
  /** Not in the reference in detail: `not-offered` where the server does not take it. */
  createProduct(product: NewProduct, cancel: Cancel | null): Answer<AnswerOf<typeof postProducts>>
}

export const batchivoClient = (account: ProviderAccount): BatchivoClient => {
  const gate = rateGate('Batchivo', account.clock)
  const speaker: Speaker = {
    name: 'Batchivo',
    account,
    async credentials() {
      const tokens = await readTokens(account)
      return tokens.ok ? ok(bearer(tokens.value)) : tokens
    },
    refusal: (body) => ({ reason: textIn(body, 'code'), message: textIn(body, 'detail') }),
    heard: gate.heard,
    mayLeave: gate.mayLeave,
    renew: tokenRenewal(account, () => speaker),
  }

  const page: BatchivoClient['page'] = async (list, { sortBy, descending, filters }, skip, limit, cancel) => {
    const query = {
      ...filters,
      skip,
      limit: Math.min(MOST_ON_PAGE, limit),
      ...(sortBy === undefined ? {} : { sort_by: sortBy, sort_order: descending ? ('desc' as const) : ('asc' as const) }),
    }
    const reply = await callEndpoint(speaker, list as typeof getProducts, { query }, cancel)
    return reply.ok ? ok({ rows: reply.value.data, total: reply.value.meta.total }) : reply
  }

  return {
    signIn: (email, password, cancel) => signIn(speaker, email, password, cancel),
    async signOut(cancel) {
      const tokens = await readTokens(account)
      return tokens.ok ? callEndpoint(speaker, postAuthLogout, { body: { refresh_token: tokens.value.refresh } }, cancel) : tokens
    },
    me: (cancel) => callEndpoint(speaker, getAuthMe, {}, cancel),
    page,
    async all(list, choice, cancel) {
      const rows: LooseRow[] = []
      for (let k = 0; k < MOST_PAGES; k++) {
        const next = await page(list, choice, rows.length, MOST_ON_PAGE, cancel)
        if (!next.ok) return next
        rows.push(...next.value.rows)
        if (next.value.rows.length === 0 || rows.length >= next.value.total) return ok(rows)
      }
      return err({ code: 'rejected', reason: 'endless-list', status: 0, message: 'Batchivo sent a list without end.' })
    },
    createProduct: (product, cancel) => callEndpoint(speaker, postProducts, { body: product }, cancel),
  }
}
