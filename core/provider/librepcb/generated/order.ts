// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint } from '#core/provider/wire/endpoint.ts'

/** Ask where and how a project can be ordered. */
export const getOrder = endpoint({
  method: 'GET',
  path: '/api/v1/order',
  summary: 'Ask where and how a project can be ordered',
  status: [200],
  auth: 'none',
  planned: false,
  query: null,
  body: null,
  answer: z.object({ info_url: z.string(), upload_url: z.string().nullable(), max_size: z.int() }),
})

/** Upload a project. */
export const postUploadUrl = endpoint({
  method: 'POST',
  path: '{upload_url}',
  summary: 'Upload a project',
  status: [200],
  auth: 'none',
  planned: false,
  query: null,
  body: z.object({ project: z.string(), board: z.string().nullable() }),
  answer: z.object({ redirect_url: z.string() }),
})
