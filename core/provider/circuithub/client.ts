import { ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { isSameServer, resolveLink } from '#core/provider/wire/address.ts'
import type { AnswerOf, Endpoint } from '#core/provider/wire/endpoint.ts'
import { jsonOf } from '#core/provider/wire/json.ts'
import { callEndpoint, conform, sendSigned } from '#core/provider/wire/send.ts'
import { billingClient, type BillingClient } from './billing.ts'
import { putBomPart, putBomPlacementDnp } from './generated/bom.ts'
import { getIssues } from './generated/issues.ts'
import { getOrder, getOrders, postOrderIssues } from './generated/orders.ts'
import { getParts } from './generated/parts.ts'
import { getProject, getProjectBom, getProjectRevisions, getProjects, getProjectStatus, postProjectRevisions, postProjects } from './generated/projects.ts' // prettier-ignore
import { getQuoteBreakdown, postQuotes } from './generated/quotes.ts'
import { getHealth, getWorkspaces } from './generated/session.ts'
import { circuithubSpeaker, plannedCalls } from './speaker.ts'
import { uploadFiles, type UploadedFile, type UploadFile } from './upload.ts'

type Of<E extends Endpoint> = Answer<AnswerOf<E>>
type Rows<E extends Endpoint, N extends string> = Answer<AnswerOf<E> extends Readonly<Record<N, infer T>> ? T : never>
export type Created = AnswerOf<typeof postProjects>
export type IssueChoice = { readonly order?: number; readonly status?: 'open' | 'closed' }

/** Everything that CircuitHub offers. Calls that are only announced answer `not-offered` where the server does not have them. */
export interface CircuithubClient {
  health(cancel: Cancel | null): Of<typeof getHealth>
  workspaces(cancel: Cancel | null): Rows<typeof getWorkspaces, 'workspaces'>
  projects(workspace: string, cancel: Cancel | null): Rows<typeof getProjects, 'projects'>
  project(projectId: number, cancel: Cancel | null): Of<typeof getProject>
  /** Sends files to storage; nothing is made of them yet. */
  upload(
    workspace: string,
    files: readonly UploadFile[],
    cancel: Cancel | null,
    onProgress?: (sent: number, total: number) => void,
    onStored?: (file: UploadedFile) => void,
  ): Answer<readonly UploadedFile[]>
  createProject(workspace: string, name: string, files: readonly UploadedFile[], cancel: Cancel | null): Answer<Created>
  createRevision(projectId: number, files: readonly UploadedFile[], cancel: Cancel | null): Answer<Created>
  /** How far the import is; read where the server said when it was created. */
  importStatus(created: Pick<Created, 'projectId'> & Partial<Created>, cancel: Cancel | null): Of<typeof getProjectStatus>
  revisions(projectId: number, cancel: Cancel | null): Rows<typeof getProjectRevisions, 'revisions'>
  /** @param revision id; null = the latest */
  bom(projectId: number, revision: number | null, cancel: Cancel | null): Of<typeof getProjectBom>
  searchParts(words: string, cancel: Cancel | null): Of<typeof getParts>
  assignPart(bomLineId: number, partId: number, cancel: Cancel | null): Of<typeof putBomPart>
  setDoNotPlace(bomLineId: number, ref: string, dnp: boolean, cancel: Cancel | null): Of<typeof putBomPlacementDnp>
  orders(workspace: string, cancel: Cancel | null): Rows<typeof getOrders, 'orders'>
  order(orderId: number, cancel: Cancel | null): Of<typeof getOrder>
  /** A valid quote of the same revision is used again; it is good for an hour. */
  quote(of: { readonly projectId: number } | { readonly revisionId: number }, cancel: Cancel | null): Of<typeof postQuotes>
  quoteBreakdown(quoteId: number, quantity: number, leadTimeDays: number, cancel: Cancel | null): Of<typeof getQuoteBreakdown>
  issues(workspace: string, choice: IssueChoice, cancel: Cancel | null): Rows<typeof getIssues, 'issues'>
  fileIssue(orderId: number, title: string, comment: string | null, cancel: Cancel | null): Of<typeof postOrderIssues>
  readonly billing: BillingClient
}

export const circuithubClient = (account: ProviderAccount): CircuithubClient => {
  const speaker = circuithubSpeaker(account)
  const planned = plannedCalls()
  return {
    health: (cancel) => callEndpoint(speaker, getHealth, {}, cancel),
    async workspaces(cancel) {
      const reply = await callEndpoint(speaker, getWorkspaces, {}, cancel)
      return reply.ok ? ok(reply.value.workspaces) : reply
    },
    async projects(workspace, cancel) {
      const reply = await callEndpoint(speaker, getProjects, { query: { workspace } }, cancel)
      return reply.ok ? ok(reply.value.projects) : reply
    },
    project: (projectId, cancel) => callEndpoint(speaker, getProject, { params: { projectId } }, cancel),
    upload: (workspace, files, cancel, onProgress, onStored) => uploadFiles(speaker, workspace, files, cancel, onProgress, onStored),
    createProject: (workspace, name, files, cancel) =>
      callEndpoint(speaker, postProjects, { body: { name, workspace, files: [...files] } }, cancel),
    createRevision: (projectId, files, cancel) =>
      callEndpoint(speaker, postProjectRevisions, { params: { projectId }, body: { files: [...files] } }, cancel),
    async importStatus({ projectId, statusUrl }, cancel) {
      const url = statusUrl === undefined ? null : resolveLink(account.baseUrl, statusUrl)
      if (url === null || !isSameServer(account.baseUrl, url))
        return callEndpoint(speaker, getProjectStatus, { params: { projectId } }, cancel)
      const reply = await sendSigned(speaker, { method: 'GET', url, headers: { accept: 'application/json' }, body: null }, cancel)
      if (!reply.ok) return reply
      const json = jsonOf(reply.value.body)
      return conform(speaker.name, getProjectStatus.answer, json.ok ? json.value : null)
    },
    async revisions(projectId, cancel) {
      const reply = await callEndpoint(speaker, getProjectRevisions, { params: { projectId } }, cancel)
      return reply.ok ? ok(reply.value.revisions) : reply
    },
    bom: (projectId, revision, cancel) =>
      callEndpoint(speaker, getProjectBom, { params: { projectId }, query: revision === null ? {} : { revision } }, cancel),
    searchParts: (words, cancel) => callEndpoint(speaker, getParts, { query: { q: words } }, cancel),
    assignPart: (bomLineId, partId, cancel) => callEndpoint(speaker, putBomPart, { params: { bomLineId }, body: { partId } }, cancel),
    setDoNotPlace: (bomLineId, ref, dnp, cancel) =>
      callEndpoint(speaker, putBomPlacementDnp, { params: { bomLineId, ref }, body: { dnp } }, cancel),
    async orders(workspace, cancel) {
      const reply = await callEndpoint(speaker, getOrders, { query: { workspace } }, cancel)
      return reply.ok ? ok(reply.value.orders) : reply
    },
    order: (orderId, cancel) => callEndpoint(speaker, getOrder, { params: { orderId } }, cancel),
    quote: (of, cancel) => planned.ask('quotes', () => callEndpoint(speaker, postQuotes, { body: of }, cancel)),
    quoteBreakdown: (quoteId, quantity, leadTimeDays, cancel) =>
      planned.ask('quotes', () =>
        callEndpoint(speaker, getQuoteBreakdown, { params: { quoteId }, query: { quantity, leadTimeDays } }, cancel),
      ),
    async issues(workspace, choice, cancel) {
      const reply = await planned.ask('issues', () => callEndpoint(speaker, getIssues, { query: { workspace, ...choice } }, cancel))
      return reply.ok ? ok(reply.value.issues) : reply
    },
    fileIssue: (orderId, title, comment, cancel) =>
      planned.ask('issues', () =>
        callEndpoint(speaker, postOrderIssues, { params: { orderId }, body: comment === null ? { title } : { title, comment } }, cancel),
      ),
    billing: billingClient(speaker, planned),
  }
}
