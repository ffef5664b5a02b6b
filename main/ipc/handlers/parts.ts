import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { partCalls, RemoteLineShape } from '#core/ipc/parts.ipc.ts'
import type { CircuithubClient } from '#core/provider/circuithub/client.ts'
import { boardParts } from '#main/providers/board-parts.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import { canUndo, deedText, remoteParts } from '#main/providers/remote-parts.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import { partDeedsRepo } from '#main/store/part-deeds.repo.ts'
import type { Store } from '#main/store/store.ts'

const READ_MS = 2 * 60_000

type Line = Extract<Awaited<ReturnType<CircuithubClient['bom']>>, { ok: true }>['value']['bomLines'][number]

const lineShape = (line: Line): RemoteLineShape => ({
  id: line.id,
  refs: line.referenceDesignators,
  value: line.value,
  footprint: line.footprint,
  description: line.description,
  status: line.status,
  mpn: line.resolvedPartMpn,
  manufacturer: line.resolvedManufacturer,
  partDescription: line.resolvedPartDescription,
})

export const partHandlers = (service: ProviderService, store: Store, reviews: ReviewService): Handlers<typeof partCalls> => {
  const deeds = partDeedsRepo(store.database, store.ids.now)
  const circuithub = (account: string) => service.typed(account, 'circuithub')
  return {
    'bom.get': async ({ board }) => {
      const located = reviews.locate(board)
      return located.ok ? boardParts(store, located.value.board, located.value.revision) : located
    },
    'bom.projects': async ({ account }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const { client } = typed.value
      const cancel = AbortSignal.timeout(READ_MS)
      const workspaces = await client.workspaces(cancel)
      if (!workspaces.ok) return err(callError(workspaces.error))
      const found = []
      for (const { slug } of workspaces.value) {
        const projects = await client.projects(slug, cancel)
        if (!projects.ok) return err(callError(projects.error))
        for (const { id, name, latestRevisionNumber, updatedAt } of projects.value)
          found.push({ id, name, workspace: slug, revision: latestRevisionNumber, updatedAt })
      }
      return ok(found)
    },
    'bom.revisions': async ({ account, project }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      return answered(await typed.value.client.revisions(project, AbortSignal.timeout(READ_MS)), (revisions) =>
        revisions
          .map(({ id, number, importedAt, edaTool, edaError }) => ({ id, number, importedAt, tool: edaTool, complaint: edaError }))
          .sort((a, b) => b.number - a.number),
      )
    },
    'bom.remote': async ({ account, project, revision }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      return answered(
        await typed.value.client.bom(project, revision, AbortSignal.timeout(READ_MS)),
        ({ revisionId, bomLines, summary }) => {
          const place = { account, project, revision: revisionId }
          const last = deeds.last(place)
          return {
            revision: revisionId,
            lines: bomLines.map(lineShape),
            summary,
            notPlaced: deeds.notPlaced(place).map((mark) => ({ ...mark })),
            undo: last && canUndo(last) ? deedText(last) : null,
          }
        },
      )
    },
    'bom.searchParts': async ({ account, words }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const reply = await typed.value.client.searchParts(words, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ exactMatches, inexactMatches }) => ({ exact: exactMatches, similar: inexactMatches }))
    },
    'bom.assignPart': async ({ line, part, before, ...place }) => {
      const typed = circuithub(place.account)
      if (!typed.ok) return err(callError(typed.error))
      const parts = remoteParts(typed.value.client, deeds)
      return answered(await parts.assign(place, line, part, before, AbortSignal.timeout(READ_MS)), (assigned) => assigned)
    },
    'bom.doNotPlace': async ({ line, ref, dnp, ...place }) => {
      const typed = circuithub(place.account)
      if (!typed.ok) return err(callError(typed.error))
      const parts = remoteParts(typed.value.client, deeds)
      return answered(await parts.mark(place, line, ref, dnp, AbortSignal.timeout(READ_MS)), (set) => set)
    },
    'bom.undo': async (place) => {
      const typed = circuithub(place.account)
      if (!typed.ok) return err(callError(typed.error))
      const reply = await remoteParts(typed.value.client, deeds).undo(place, AbortSignal.timeout(READ_MS))
      if (reply.ok) return ok(reply.value)
      const { error } = reply
      return err(error.code === 'cannot-undo' ? { code: error.code, message: error.message } : callError(error))
    },
  }
}
