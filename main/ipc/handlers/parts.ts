import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { partCalls } from '#core/ipc/parts.ipc.ts'
import { boardParts } from '#main/providers/board-parts.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import type { Store } from '#main/store/store.ts'

const READ_MS = 2 * 60_000

export const partHandlers = (service: ProviderService, store: Store, reviews: ReviewService): Handlers<typeof partCalls> => {
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
    'bom.remote': async ({ account, project, revision }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      return answered(
        await typed.value.client.bom(project, revision, AbortSignal.timeout(READ_MS)),
        ({ revisionId, bomLines, summary }) => ({
          revision: revisionId,
          lines: bomLines.map((line) => ({
            id: line.id,
            refs: line.referenceDesignators,
            value: line.value,
            footprint: line.footprint,
            description: line.description,
            status: line.status,
            mpn: line.resolvedPartMpn,
            manufacturer: line.resolvedManufacturer,
            partDescription: line.resolvedPartDescription,
          })),
          summary,
        }),
      )
    },
    'bom.searchParts': async ({ account, words }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const reply = await typed.value.client.searchParts(words, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ exactMatches, inexactMatches }) => ({ exact: exactMatches, similar: inexactMatches }))
    },
    'bom.assignPart': async ({ account, line, part }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      const reply = await typed.value.client.assignPart(line, part, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ mpn, manufacturer }) => ({ mpn, manufacturer }))
    },
    'bom.doNotPlace': async ({ account, line, ref, dnp }) => {
      const typed = circuithub(account)
      if (!typed.ok) return err(callError(typed.error))
      return answered(await typed.value.client.setDoNotPlace(line, ref, dnp, AbortSignal.timeout(READ_MS)), (set) => set)
    },
  }
}
