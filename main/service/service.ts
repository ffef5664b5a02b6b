import type { Capability } from '#core/capability/capability.ts'
import type { ReviewPool } from '#main/workers/review-pool.ts'
import type { JobRunner } from './jobs/job-runner.ts'
import type { ServiceLog } from './service-log.ts'
import type { ServiceStore } from './store/service-store.ts'

/** What the routes work with. */
export interface Service {
  readonly store: ServiceStore
  readonly pool: ReviewPool
  readonly jobs: JobRunner
  readonly log: ServiceLog
  /** What boards are judged against when a call names nothing else. */
  readonly capability: Capability
  readonly version: string
  readonly maxUploadBytes: number
  /** True from the moment the service is told to stop. */
  readonly isStopping: () => boolean
}
