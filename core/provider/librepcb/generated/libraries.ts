// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint } from '#core/provider/wire/endpoint.ts'

/** List libraries readable by a file format version. */
export const getLibraries = endpoint({
  method: 'GET',
  path: '/api/v1/libraries/v{format}',
  summary: 'List libraries readable by a file format version',
  status: [200],
  auth: 'none',
  planned: false,
  query: z.object({ page: z.int().optional() }),
  body: null,
  answer: z.object({
    count: z.int(),
    next: z.string().nullable(),
    previous: z.string().nullable(),
    results: z.array(
      z.object({
        uuid: z.string(),
        name: z.record(z.string(), z.string()),
        description: z.record(z.string(), z.string()),
        keywords: z.record(z.string(), z.string()),
        author: z.string(),
        version: z.string(),
        deprecated: z.boolean(),
        url: z.string(),
        dependencies: z.array(z.string()),
        component_categories: z.int(),
        package_categories: z.int(),
        symbols: z.int(),
        packages: z.int(),
        components: z.int(),
        devices: z.int(),
        recommended: z.boolean(),
        updated_at: z.string(),
        format_version: z.string(),
        icon_url: z.string().nullable(),
        download_url: z.string(),
        download_size: z.int().nullable(),
        download_sha256: z.string().nullable(),
      }),
    ),
  }),
})
