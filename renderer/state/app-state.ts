import type { StateCreator } from 'zustand'
import type { AccountSlice } from './slices/account.slice.ts'
import type { ArchiveSlice } from './slices/archive.slice.ts'
import type { ApproveSlice } from './slices/approve.slice.ts'
import type { BoardSlice } from './slices/board.slice.ts'
import type { CapabilitySlice } from './slices/capability.slice.ts'
import type { CompareSlice } from './slices/compare.slice.ts'
import type { DecisionsSlice } from './slices/decisions.slice.ts'
import type { HomeSlice } from './slices/home.slice.ts'
import type { ImportSlice } from './slices/import.slice.ts'
import type { LayersSlice } from './slices/layers.slice.ts'
import type { PushSlice } from './slices/push.slice.ts'
import type { ResourcesSlice } from './slices/resources.slice.ts'
import type { ReportSlice } from './slices/report.slice.ts'
import type { LibrarySlice } from './slices/library.slice.ts'
import type { OrderSlice } from './slices/order.slice.ts'
import type { PartsLibrariesSlice } from './slices/parts-libraries.slice.ts'
import type { ProjectsSlice } from './slices/projects.slice.ts'
import type { ProductionSlice } from './slices/production.slice.ts'
import type { QueueSlice } from './slices/queue.slice.ts'
import type { RevisionSlice } from './slices/revision.slice.ts'
import type { ReviewSlice } from './slices/review.slice.ts'
import type { SettingsSlice } from './slices/settings.slice.ts'
import type { ShellSlice } from './slices/shell.slice.ts'
import type { ViewSlice } from './slices/view.slice.ts'

export type AppState = ShellSlice &
  SettingsSlice &
  HomeSlice &
  CapabilitySlice &
  ImportSlice &
  BoardSlice &
  LayersSlice &
  ReviewSlice &
  DecisionsSlice &
  CompareSlice &
  ApproveSlice &
  ArchiveSlice &
  RevisionSlice &
  LibrarySlice &
  AccountSlice &
  PushSlice &
  OrderSlice &
  QueueSlice &
  ProductionSlice &
  ResourcesSlice &
  PartsLibrariesSlice &
  ProjectsSlice &
  ReportSlice &
  ViewSlice

export type Slice<T> = StateCreator<AppState, [], [], T>
