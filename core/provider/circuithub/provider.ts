import { err, ok } from '#core/base/result.ts'
import { newestFirst } from '#core/production/order-items.ts'
import { productionState } from '#core/production/states.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, ProductionItem, Provider, ProviderCapability, ProviderModule, PushedBoard, PushedReference, SignIn } from '#core/provider/provider.ts' // prettier-ignore
import { baseOf, queryOf } from '#core/provider/wire/address.ts'
import { circuithubClient, type CircuithubClient } from './client.ts'
import type { UploadFile } from './upload.ts'

/** The provider with its own typed client, for parts lists, parts, quotes, issues and billing. */
export interface CircuithubProvider extends Provider {
  readonly client: CircuithubClient
}

type OrderRow = Extract<Awaited<ReturnType<CircuithubClient['orders']>>, { ok: true }>['value'][number]

const SIGN_IN: SignIn = { kind: 'browser' }
const CAPABILITIES: readonly ProviderCapability[] = [
  'boards',
  'bom',
  'parts',
  'orders',
  'tracking',
  'quotes',
  'issues',
  'billing',
  'production',
]

const isFile = (value: unknown): value is UploadFile =>
  typeof value === 'object' && value !== null && 'path' in value && 'bytes' in value && value.bytes instanceof Uint8Array

/** What is imported: the design files where the package has some (`options.designFiles`), else the package as it was approved. */
const filesOf = ({ options, packageName, packageBytes, bom, placement }: PushedBoard): readonly UploadFile[] => {
  const given = Array.isArray(options['designFiles']) ? options['designFiles'].filter(isFile) : []
  const design = given.length > 0 ? given : [{ path: packageName, bytes: packageBytes }]
  return [...design, ...bom, ...placement]
}

const tagOf = (reference: string): string => `(${reference})`

const orderItem = (order: OrderRow): ProductionItem => {
  const state = productionState('circuithub', 'order', order.status)
  return {
    kind: 'order',
    id: String(order.id),
    title: `${order.name} · ${order.projectName} rev. ${order.revisionNumber}, ${order.quantity} boards`,
    state: order.shippedDate !== null && (state === 'done' || state === 'in-production') ? 'shipped' : state,
    original: order.status,
    changedAt: order.updatedAt,
    tracking: order.trackingNumber === null ? [] : [{ carrier: order.shippingService, number: order.trackingNumber, url: null }],
    url: null,
  }
}

/** CircuitHub: projects imported from a board's files, their parts, and the orders made of them. */
export const provider: ProviderModule<CircuithubProvider> = {
  id: 'circuithub',
  name: 'CircuitHub',
  defaultBaseUrl: 'https://api.circuithub.com/v1',
  signIn: SIGN_IN,
  capabilities: CAPABILITIES,
  signInAddress: (baseUrl, redirectUri) => `${baseOf(baseUrl)}/auth/cli${queryOf({ redirect_uri: redirectUri })}`,
  connect(account) {
    const client = circuithubClient(account)

    const inEveryWorkspace = async <T>(read: (workspace: string) => Answer<readonly T[]>, cancel: Cancel): Answer<readonly T[]> => {
      const workspaces = await client.workspaces(cancel)
      if (!workspaces.ok) return workspaces
      const found: T[] = []
      for (const { slug } of workspaces.value) {
        const rows = await read(slug)
        if (!rows.ok) return rows
        found.push(...rows.value)
      }
      return ok(found)
    }

    /** The one that was chosen, else the only one. */
    const workspaceOf = async (chosen: unknown, cancel: Cancel): Answer<string> => {
      const workspaces = await client.workspaces(cancel)
      if (!workspaces.ok) return workspaces
      const slugs = workspaces.value.map(({ slug }) => slug)
      const slug = typeof chosen === 'string' ? slugs.find((each) => each === chosen) : slugs.length === 1 ? slugs[0] : undefined
      if (slug !== undefined) return ok(slug)
      const message = slugs.length === 0 ? 'This account has no workspace.' : `Choose one of the workspaces ${slugs.join(', ')}.`
      return err({ code: 'rejected', reason: 'choose-workspace', status: 0, message })
    }

    const referenceOf = async (created: Parameters<CircuithubClient['importStatus']>[0], cancel: Cancel): Answer<PushedReference> => {
      const status = await client.importStatus(created, cancel)
      // It exists: that its import could not be asked for now is no failure of sending it.
      return ok({ id: String(created.projectId), url: null, state: status.ok ? status.value.status : 'importing' })
    }

    const find: Provider['find'] = async ({ clientReference }, cancel) => {
      const projects = await inEveryWorkspace((slug) => client.projects(slug, cancel), cancel)
      if (!projects.ok) return projects
      const found = projects.value.find(({ name }) => name.includes(tagOf(clientReference)))
      return found ? referenceOf({ projectId: found.id }, cancel) : ok(null)
    }

    return {
      id: 'circuithub',
      name: 'CircuitHub',
      capabilities: new Set(CAPABILITIES),
      signIn: SIGN_IN,
      client,
      async whoAmI(cancel) {
        const workspaces = await client.workspaces(cancel)
        return workspaces.ok ? ok(workspaces.value.map(({ name }) => name).join(', ') || 'an account without workspace') : workspaces
      },
      async push(board, cancel, onProgress) {
        const projectId = Number(board.options['projectId'] ?? NaN)
        const isRevision = Number.isSafeInteger(projectId)
        // A project bears the reference in its name; a revision has nothing to bear one, and a second one orders nothing.
        const before = isRevision ? ok(null) : await find(board, cancel)
        if (!before.ok) return before
        if (before.value) return ok(before.value)
        const workspace = await workspaceOf(board.options['workspace'], cancel)
        if (!workspace.ok) return workspace
        const files = await client.upload(workspace.value, filesOf(board), cancel, onProgress)
        if (!files.ok) return files
        const name = `${board.name} ${board.revision} ${tagOf(board.clientReference)}`
        const created = isRevision
          ? await client.createRevision(projectId, files.value, cancel)
          : await client.createProject(workspace.value, name, files.value, cancel)
        return created.ok ? referenceOf(created.value, cancel) : created
      },
      find,
      async production(cancel) {
        const orders = await inEveryWorkspace((slug) => client.orders(slug, cancel), cancel)
        return orders.ok ? ok(newestFirst(orders.value.map(orderItem))) : orders
      },
    }
  },
}
