// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint, openWords } from '#core/provider/wire/endpoint.ts'

/** Liveness. */
export const getHealth = endpoint({
  method: 'GET',
  path: '/health',
  summary: 'Liveness',
  status: [200],
  auth: 'none',
  planned: false,
  query: null,
  body: null,
  answer: z.object({ status: openWords('ok') }),
})

/** Start the browser login of a command-line client. */
export const getAuthCli = endpoint({
  method: 'GET',
  path: '/auth/cli',
  summary: 'Start the browser login of a command-line client',
  status: [302],
  auth: 'none',
  planned: false,
  query: z.object({ redirect_uri: z.string() }),
  body: null,
  answer: null,
})

/** List own workspaces. */
export const getWorkspaces = endpoint({
  method: 'GET',
  path: '/workspaces',
  summary: 'List own workspaces',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: null,
  answer: z.object({ workspaces: z.array(z.object({ id: z.int(), slug: z.string(), name: z.string() })) }),
})
