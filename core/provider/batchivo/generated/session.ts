// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint, openWords } from '#core/provider/wire/endpoint.ts'

/** Exchange e-mail and password for tokens. */
export const postAuthLogin = endpoint({
  method: 'POST',
  path: '/auth/login',
  summary: 'Exchange e-mail and password for tokens',
  status: [200],
  auth: 'none',
  planned: false,
  query: null,
  body: z.object({ email: z.string(), password: z.string() }),
  answer: z.object({ access_token: z.string(), refresh_token: z.string(), token_type: openWords('bearer'), expires_in: z.int() }),
})

/** Get new tokens. */
export const postAuthRefresh = endpoint({
  method: 'POST',
  path: '/auth/refresh',
  summary: 'Get new tokens',
  status: [200],
  auth: 'none',
  planned: false,
  query: null,
  body: z.object({ refresh_token: z.string() }),
  answer: z.object({ access_token: z.string(), refresh_token: z.string(), token_type: openWords('bearer'), expires_in: z.int() }),
})

/** Invalidate a refresh token. */
export const postAuthLogout = endpoint({
  method: 'POST',
  path: '/auth/logout',
  summary: 'Invalidate a refresh token',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: z.object({ refresh_token: z.string() }),
  answer: null,
})

/** Read the current user. */
export const getAuthMe = endpoint({
  method: 'GET',
  path: '/auth/me',
  summary: 'Read the current user',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: null,
  answer: z.object({ id: z.string(), email: z.string(), name: z.string(), created_at: z.string(), tenant_id: z.string() }),
})
