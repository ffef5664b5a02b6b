// Generated from the contract by main/build/generate-providers.ts.
import { z } from 'zod'
import { endpoint, openWords } from '#core/provider/wire/endpoint.ts'

/** List projects of a workspace. */
export const getProjects = endpoint({
  method: 'GET',
  path: '/projects',
  summary: 'List projects of a workspace',
  status: [200],
  auth: 'account',
  planned: false,
  query: z.object({ workspace: z.string() }),
  body: null,
  answer: z.object({
    projects: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        description: z.string(),
        createdAt: z.string(),
        updatedAt: z.string(),
        exportClassification: z.string().nullable(),
        latestRevisionId: z.int(),
        latestRevisionNumber: z.int(),
      }),
    ),
  }),
})

/** Read a project. */
export const getProject = endpoint({
  method: 'GET',
  path: '/projects/{projectId}',
  summary: 'Read a project',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: null,
  answer: z.object({
    id: z.int(),
    name: z.string(),
    description: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    exportClassification: z.string().nullable(),
    latestRevisionId: z.int(),
    latestRevisionNumber: z.int(),
  }),
})

/** Get presigned upload addresses. */
export const postProjectsUploadUrls = endpoint({
  method: 'POST',
  path: '/projects/upload-urls',
  summary: 'Get presigned upload addresses',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: z.object({ workspace: z.string(), files: z.array(z.object({ filename: z.string(), size: z.int() })) }),
  answer: z.object({
    uploads: z.array(
      z.object({
        filename: z.string(),
        uploadUrl: z.string(),
        objectKey: z.string(),
        validTill: z.string(),
        headers: z.array(z.tuple([z.string(), z.string()])),
      }),
    ),
  }),
})

/** Upload one file to object storage. */
export const putUploadUrl = endpoint({
  method: 'PUT',
  path: '{uploadUrl}',
  summary: 'Upload one file to object storage',
  status: [200],
  auth: 'none',
  planned: false,
  query: null,
  body: null,
  answer: null,
})

/** Create a project from uploaded files. */
export const postProjects = endpoint({
  method: 'POST',
  path: '/projects',
  summary: 'Create a project from uploaded files',
  status: [201],
  auth: 'account',
  planned: false,
  query: null,
  body: z.object({ name: z.string(), workspace: z.string(), files: z.array(z.object({ objectKey: z.string(), filename: z.string() })) }),
  answer: z.object({ projectId: z.int(), revisionId: z.int(), statusUrl: z.string() }),
})

/** Read the import state. */
export const getProjectStatus = endpoint({
  method: 'GET',
  path: '/projects/{projectId}/status',
  summary: 'Read the import state',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: null,
  answer: z.object({ projectId: z.int(), status: openWords('importing', 'complete', 'failed'), message: z.string().nullable() }),
})

/** List revisions. */
export const getProjectRevisions = endpoint({
  method: 'GET',
  path: '/projects/{projectId}/revisions',
  summary: 'List revisions',
  status: [200],
  auth: 'account',
  planned: false,
  query: null,
  body: null,
  answer: z.object({
    revisions: z.array(
      z.object({
        id: z.int(),
        number: z.int(),
        createdAt: z.string(),
        importedAt: z.string(),
        edaTool: z.string(),
        edaError: z.string().nullable(),
      }),
    ),
  }),
})

/** Create a revision from uploaded files. */
export const postProjectRevisions = endpoint({
  method: 'POST',
  path: '/projects/{projectId}/revisions',
  summary: 'Create a revision from uploaded files',
  status: [201],
  auth: 'account',
  planned: false,
  query: null,
  body: z.object({ files: z.array(z.object({ objectKey: z.string(), filename: z.string() })) }),
  answer: z.object({ projectId: z.int(), revisionId: z.int(), statusUrl: z.string() }),
})

/** Read the bill of materials. */
export const getProjectBom = endpoint({
  method: 'GET',
  path: '/projects/{projectId}/bom',
  summary: 'Read the bill of materials',
  status: [200],
  auth: 'account',
  planned: false,
  query: z.object({ revision: z.int().optional() }),
  body: null,
  answer: z.object({
    revisionId: z.int(),
    bomLines: z.array(
      z.object({
        id: z.int(),
        value: z.string().nullable(),
        footprint: z.string().nullable(),
        description: z.string().nullable(),
        referenceDesignators: z.array(z.string()),
        status: openWords('resolved', 'unresolved', 'error'),
        resolvedPartMpn: z.string().nullable(),
        resolvedPartDescription: z.string().nullable(),
        resolvedManufacturer: z.string().nullable(),
      }),
    ),
    summary: z.object({ total: z.int(), resolved: z.int(), unresolved: z.int(), errored: z.int() }),
  }),
})
