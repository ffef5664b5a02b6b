import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { quoteCalls } from '#core/ipc/quotes.ipc.ts'
import { circuithubAsking } from '#main/providers/circuithub-asking.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import type { ChosenOffersRepo } from '#main/store/chosen-offers.repo.ts'

/** Quotes, issues and orders of CircuitHub. What it has only announced answers `not-offered` until a server has it. */
export const quoteHandlers = (service: ProviderService, offers: ChosenOffersRepo): Handlers<typeof quoteCalls> => {
  const ask = circuithubAsking(service)
  return {
    'quotes.get': ({ account, project, revision }) =>
      ask(
        account,
        (client, cancel) => client.quote(revision === null ? { projectId: project } : { revisionId: revision }, cancel),
        ({ id, revisionId, expiresAt, offers: offered }) => ({
          id,
          revision: revisionId,
          expiresAt,
          offers: offered.map((offer) => ({
            quantity: offer.quantity,
            leadTimeDays: offer.leadTimeDays,
            shipDate: offer.estimatedShipDate,
            board: offer.boardPrice,
            parts: offer.partsPrice,
            assembly: offer.assemblyPrice,
            total: offer.totalPrice,
            unit: offer.unitPrice,
            currency: offer.currency,
          })),
          chosen: offers.find(account, revisionId),
        }),
      ),
    'quotes.breakdown': ({ account, quote, quantity, leadTimeDays }) =>
      ask(
        account,
        (client, cancel) => client.quoteBreakdown(quote, quantity, leadTimeDays, cancel),
        ({ total, currency, lines }) => ({
          total,
          currency,
          lines: lines.map((line) => ({
            type: line.type,
            description: line.description,
            mpn: line.resolvedPartMpn,
            manufacturer: line.manufacturer,
            supplier: line.supplier,
            quantity: line.orderQuantity,
            unit: line.unitPrice,
            total: line.lineTotal,
          })),
        }),
      ),
    'quotes.choose': ({ account, project, revision, offer }) => {
      if (!service.account(account)) return err({ code: 'gone', message: 'There is no such account any more.' })
      offers.choose(account, project, revision, offer)
      return ok(null)
    },
    'issues.list': ({ account, workspace, order, status }) =>
      ask(
        account,
        (client, cancel) =>
          client.issues(workspace, { ...(order === null ? {} : { order }), ...(status === null ? {} : { status }) }, cancel),
        (issues) =>
          issues.map(({ id, orderId, title, status: state, createdBy, createdAt, updatedAt }) => ({
            id,
            order: orderId,
            title,
            status: state,
            by: createdBy.email,
            createdAt,
            updatedAt,
          })),
      ),
    'issues.file': ({ account, workspace, order, title, comment }) =>
      ask(
        account,
        async (client, cancel) => {
          const before = await client.issues(workspace, { order }, cancel)
          if (!before.ok) return before
          const reply = await client.fileIssue(order, title, comment === '' ? null : comment, cancel)
          if (reply.ok || reply.error.code !== 'unclear') return reply
          const after = await client.issues(workspace, { order }, cancel)
          const known = new Set(before.value.map(({ id }) => id))
          const ours = after.ok ? after.value.find((issue) => issue.title === title && !known.has(issue.id)) : undefined
          return ours ? ok(ours) : reply
        },
        ({ id }) => ({ id }),
      ),
    'orders.remote': ({ account, order }) =>
      ask(
        account,
        (client, cancel) => client.order(order, cancel),
        (found) => ({
          name: found.name,
          urn: found.urn,
          status: found.status,
          quantity: found.quantity,
          value: found.value,
          paymentStatus: found.paymentStatus,
          poNumber: found.poNumber,
          project: { id: found.projectId, name: found.projectName, revision: found.revisionNumber },
          createdAt: found.createdAt,
          updatedAt: found.updatedAt,
          quotedShipping: found.quotedShippingDate,
          estimatedShipping: found.estimatedShippingDate,
          shipped: found.shippedDate,
          tracking: found.trackingNumber,
          service: found.shippingService,
        }),
      ),
  }
}
