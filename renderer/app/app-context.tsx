import { createContext, use, type ReactNode } from 'react'
import type { Announcer } from '#renderer/bridge/announcer.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { AppState } from '#renderer/state/app-state.ts'
import type { AppStore } from '#renderer/state/store.ts'
import type { ViewerSession } from '#renderer/views/canvas/viewer-session.ts'
import type { Command } from './commands/command.ts'

/** What every part of the page can reach. */
export interface AppParts {
  readonly store: AppStore
  readonly backend: Backend
  readonly commands: readonly Command[]
  /** The system's notifications. */
  readonly announcer: Announcer
  /** Opens the page's own file dialog. */
  choose(folder: boolean, revisionOf?: string): void
  /** The viewer, made on first use. */
  session(): ViewerSession
}

const AppContext = createContext<AppParts | null>(null)

export const AppProvider = ({ parts, children }: { parts: AppParts; children: ReactNode }): ReactNode => (
  <AppContext value={parts}>{children}</AppContext>
)

/** @returns the parts of the application; only inside `AppProvider` */
export const useParts = (): AppParts => {
  const parts = use(AppContext)
  if (!parts) throw new Error('used outside AppProvider')
  return parts
}

/** @returns a selected piece of the state; the selector must give stable values */
export const useApp = <T,>(select: (state: AppState) => T): T => useParts().store(select)
