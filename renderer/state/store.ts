import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { AppState } from './app-state.ts'
import { createAccountSlice } from './slices/account.slice.ts'
import { createArchiveSlice } from './slices/archive.slice.ts'
import { createApproveSlice } from './slices/approve.slice.ts'
import { createBoardSlice } from './slices/board.slice.ts'
import { createCapabilitySlice } from './slices/capability.slice.ts'
import { createCompareSlice } from './slices/compare.slice.ts'
import { createDecisionsSlice } from './slices/decisions.slice.ts'
import { createHomeSlice } from './slices/home.slice.ts'
import { createImportSlice } from './slices/import.slice.ts'
import { createLayersSlice } from './slices/layers.slice.ts'
import { createResourcesSlice } from './slices/resources.slice.ts'
import { createReportSlice } from './slices/report.slice.ts'
import { createLibrarySlice } from './slices/library.slice.ts'
import { createOrderSlice } from './slices/order.slice.ts'
import { createPartsLibrariesSlice } from './slices/parts-libraries.slice.ts'
import { createProjectsSlice } from './slices/projects.slice.ts'
import { createProductionSlice } from './slices/production.slice.ts'
import { createPushSlice } from './slices/push.slice.ts'
import { createQueueSlice } from './slices/queue.slice.ts'
import { createRevisionSlice } from './slices/revision.slice.ts'
import { createReviewSlice } from './slices/review.slice.ts'
import { createSettingsSlice } from './slices/settings.slice.ts'
import { createShellSlice } from './slices/shell.slice.ts'
import { createViewSlice } from './slices/view.slice.ts'

export type AppStore = UseBoundStore<StoreApi<AppState>>

/** Makes the page's store on top of a backend. */
export const createAppStore = (backend: Backend): AppStore =>
  create<AppState>()((...all) => ({
    ...createShellSlice(...all),
    ...createSettingsSlice(backend)(...all),
    ...createHomeSlice(backend)(...all),
    ...createCapabilitySlice(backend)(...all),
    ...createImportSlice(backend)(...all),
    ...createBoardSlice(backend)(...all),
    ...createLayersSlice(...all),
    ...createReviewSlice(backend)(...all),
    ...createApproveSlice(backend)(...all),
    ...createArchiveSlice(backend)(...all),
    ...createRevisionSlice(backend)(...all),
    ...createLibrarySlice(backend)(...all),
    ...createAccountSlice(backend)(...all),
    ...createPushSlice(backend)(...all),
    ...createOrderSlice(backend)(...all),
    ...createQueueSlice(backend)(...all),
    ...createProductionSlice(backend)(...all),
    ...createResourcesSlice(backend)(...all),
    ...createPartsLibrariesSlice(backend)(...all),
    ...createProjectsSlice(backend)(...all),
    ...createDecisionsSlice(backend)(...all),
    ...createCompareSlice(backend)(...all),
    ...createReportSlice(backend)(...all),
    ...createViewSlice(...all),
  }))
