import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { partCalls, RemoteLineShape } from '#core/ipc/parts.ipc.ts'
import type { CircuithubClient } from '#core/provider/circuithub/client.ts'
import { boardParts } from '#main/providers/board-parts.ts'
import { circuithubAsking } from '#main/providers/circuithub-asking.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import { canUndo, deedText, remoteParts } from '#main/providers/remote-parts.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import { partDeedsRepo } from '#main/store/part-deeds.repo.ts'
import type { Store } from '#main/store/store.ts'

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
  const ask = circuithubAsking(service)
  return {
    'bom.get': async ({ board }) => {
      const located = reviews.locate(board)
      return located.ok ? boardParts(store, located.value.board, located.value.revision) : located
    },
    'bom.projects': ({ account }) =>
      ask(
        account,
        async (client, cancel) => {
          const workspaces = await client.workspaces(cancel)
          if (!workspaces.ok) return workspaces
          const found = []
          for (const { slug } of workspaces.value) {
            const projects = await client.projects(slug, cancel)
            if (!projects.ok) return projects
            for (const { id, name, latestRevisionNumber, updatedAt } of projects.value)
              found.push({ id, name, workspace: slug, revision: latestRevisionNumber, updatedAt })
          }
          return ok(found)
        },
        (projects) => projects,
      ),
    'bom.revisions': ({ account, project }) =>
      ask(
        account,
        (client, cancel) => client.revisions(project, cancel),
        (revisions) =>
          revisions
            .map(({ id, number, importedAt, edaTool, edaError }) => ({ id, number, importedAt, tool: edaTool, complaint: edaError }))
            .sort((a, b) => b.number - a.number),
      ),
    'bom.remote': ({ account, project, revision }) =>
      ask(
        account,
        (client, cancel) => client.bom(project, revision, cancel),
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
      ),
    'bom.searchParts': ({ account, words }) =>
      ask(
        account,
        (client, cancel) => client.searchParts(words, cancel),
        ({ exactMatches, inexactMatches }) => ({ exact: exactMatches, similar: inexactMatches }),
      ),
    'bom.assignPart': ({ line, part, before, ...place }) =>
      ask(
        place.account,
        (client, cancel) => remoteParts(client, deeds).assign(place, line, part, before, cancel),
        (assigned) => assigned,
      ),
    'bom.doNotPlace': ({ line, ref, dnp, ...place }) =>
      ask(
        place.account,
        (client, cancel) => remoteParts(client, deeds).mark(place, line, ref, dnp, cancel),
        (set) => set,
      ),
    'bom.undo': async (place) => {
      const reply = await ask(
        place.account,
        (client, cancel) => remoteParts(client, deeds).undo(place, cancel),
        (undone) => undone,
      )
      if (!reply.ok) return reply
      const undone = reply.value
      if (undone.kind === 'cannot') return err({ code: 'cannot-undo', message: undone.says })
      return ok(undone.kind === 'taken-back' ? undone.says : null)
    },
  }
}
