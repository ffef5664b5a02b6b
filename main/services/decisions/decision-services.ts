import type { DecisionServices } from '#main/ipc/handlers/decisions.ts'
import type { EventHub } from '#main/services/events.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import type { CapabilityService } from '#main/services/capabilities.ts'
import type { Store } from '#main/store/store.ts'
import { AcceptedEdits } from './accepted-edits.ts'
import { ApprovalDeeds } from './approval-deeds.ts'
import { ChecklistDeeds } from './checklist-deeds.ts'
import { Deeds } from './deeds.ts'
import { judgedRevisions, type JudgedRevisions } from './judged-revisions.ts'
import { NoteDeeds } from './note-deeds.ts'
import { RevisionDeeds } from './revision-deeds.ts'
import { revisionPlaces } from './revision-places.ts'
import { WaiverDeeds } from './waiver-deeds.ts'

/** Everything that decides on boards, wired together; a finished review carries older decisions over at once. */
export const decisionServices = (parts: {
  readonly store: Store
  readonly hub: EventHub
  readonly capabilities: CapabilityService
  readonly reviews: ReviewService
  readonly author: () => string
  readonly version: string
}): DecisionServices & { readonly judged: JudgedRevisions; readonly approvals: ApprovalDeeds; readonly acceptedEdits: AcceptedEdits } => {
  const { store, hub, capabilities, reviews, author, version } = parts
  const judged = judgedRevisions(store, capabilities)
  const deeds = new Deeds({ store, hub, revisions: judged, locate: (id) => reviews.locate(id), author })
  hub.listen((event) => {
    if (event.event !== 'review' || !event.payload.final) return
    const place = reviews.locate(event.payload.board)
    if (place.ok) deeds.changed(place.value.board)
  })
  const checklist = new ChecklistDeeds(deeds)
  return {
    store,
    reviews,
    judged,
    deeds,
    waivers: new WaiverDeeds(deeds),
    notes: new NoteDeeds(deeds),
    checklist,
    approvals: new ApprovalDeeds(deeds, checklist, capabilities, version),
    revisions: new RevisionDeeds(deeds),
    places: revisionPlaces(deeds),
    acceptedEdits: new AcceptedEdits(deeds),
  }
}
