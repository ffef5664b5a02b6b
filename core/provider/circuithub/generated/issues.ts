// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint, openWords } from '#core/provider/wire/endpoint.ts'

/** List issues of a workspace. */
export const getIssues = endpoint({
  method: 'GET',
  path: '/issues',
  summary: 'List issues of a workspace',
  status: [200],
  auth: 'account',
  planned: true,
  query: z.object({ workspace: z.string(), order: z.int().optional(), status: z.enum(['open', 'closed']).optional() }),
  body: null,
  answer: z.object({
    issues: z.array(
      z.object({
        id: z.int(),
        projectId: z.int(),
        orderId: z.int(),
        title: z.string(),
        status: openWords('open', 'closed'),
        createdBy: z.object({ id: z.int(), email: z.string() }),
        createdAt: z.string(),
        updatedAt: z.string(),
      }),
    ),
  }),
})
