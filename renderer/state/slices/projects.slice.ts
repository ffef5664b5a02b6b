import type { SentProjectShape, TakenProjectShape } from '#core/ipc/projects.ipc.ts'
import { PLOTTED } from '#core/read/librepcb/project-boards.ts'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import { sendProject } from '#renderer/bridge/send-project.ts'
import type { Slice } from '../app-state.ts'

export type ProjectService = AskOutput<'projects.service'>

/** The page on which an order goes on, and whether a browser was opened for it. */
export type OrderPage = AskOutput<'projects.order'>

export interface ProjectsSlice {
  /** What a server says of its order service; null while it is asked. */
  readonly projectService: ProjectService | null
  readonly projectServiceFault: string | null
  readonly project: TakenProjectShape | null
  /** Path of the board to be ordered; null leaves it to the service. */
  readonly projectBoard: string | null
  readonly isProjectTaken: 'no' | 'reading' | 'yes'
  /** The running upload. */
  readonly projectJob: string | null
  readonly projectFault: string | null
  readonly orderPage: OrderPage | null
  readonly sentProjects: readonly SentProjectShape[]
  loadProjectService(account: string): Promise<void>
  openServiceInfo(account: string): Promise<void>
  loadSentProjects(): Promise<void>
  takeProject(file: File): Promise<void>
  chooseProjectBoard(path: string | null): void
  orderProject(account: string): Promise<void>
  cancelProject(): Promise<void>
  openOrderPage(id: string): Promise<void>
  /** Shows another board of the project that the board on the screen comes from. */
  openProjectBoard(name: string): Promise<void>
}

/** What follows from a failure for the one who uploads; others say it themselves. */
const UPLOAD_FAULTS: Readonly<Record<string, string>> = {
  cancelled: 'Stopped. Nothing was uploaded.',
  unclear: 'No answer came: the project may have arrived. Nothing is ordered by that; upload it again.',
}

export const createProjectsSlice =
  (backend: Backend): Slice<ProjectsSlice> =>
  (set, get) => ({
    projectService: null,
    projectServiceFault: null,
    project: null,
    projectBoard: null,
    isProjectTaken: 'no',
    projectJob: null,
    projectFault: null,
    orderPage: null,
    sentProjects: [],
    async loadProjectService(account) {
      set({ projectService: null, projectServiceFault: null })
      const reply = await backend.ask('projects.service', { account })
      set(reply.ok ? { projectService: reply.value } : { projectServiceFault: reply.error.message })
    },
    async openServiceInfo(account) {
      const reply = await backend.ask('projects.openInfo', { account })
      if (!reply.ok) get().notify('error', 'The page was not opened.', reply.error.message)
      else if (!reply.value.isOpened) get().notify('note', 'Open this address in a browser.', reply.value.url)
    },
    async loadSentProjects() {
      const reply = await backend.ask('projects.list', {})
      if (reply.ok) set({ sentProjects: reply.value })
      else get().notify('error', 'The projects sent so far cannot be listed.', reply.error.message)
    },
    async takeProject(file) {
      set({ project: null, projectBoard: null, projectFault: null, orderPage: null, isProjectTaken: 'reading' })
      const taken = await sendProject(file)
      if (!taken.ok) return set({ isProjectTaken: 'no', projectFault: `${file.name}: ${taken.error.message}` })
      set({ isProjectTaken: 'yes', project: taken.value, projectBoard: taken.value.boards[0]?.path ?? null })
    },
    chooseProjectBoard: (projectBoard) => set({ projectBoard }),
    async orderProject(account) {
      const { project, projectBoard: board, projectJob } = get()
      if (!project || projectJob) return
      const job = crypto.randomUUID()
      set({ projectJob: job, projectFault: null, orderPage: null })
      const reply = await backend.ask('projects.order', { account, project: project.sha256, name: project.name, board, job })
      set({ projectJob: null })
      if (reply.ok) set({ orderPage: reply.value })
      else set({ projectFault: UPLOAD_FAULTS[reply.error.code] ?? reply.error.message })
      await get().loadSentProjects()
    },
    async cancelProject() {
      const job = get().projectJob
      if (job) await backend.ask('transfers.cancel', { job })
    },
    async openOrderPage(id) {
      const reply = await backend.ask('projects.openPage', { id })
      if (!reply.ok) get().notify('error', 'The page was not opened.', reply.error.message)
      else if (!reply.value.isOpened) get().notify('note', 'Open this address in a browser.', reply.value.url)
    },
    async openProjectBoard(name) {
      const { boardId } = get()
      if (!boardId) return
      const reply = await backend.ask('package.openProjectBoard', { board: boardId, projectBoard: name })
      if (reply.ok) get().adopt(reply.value.id, reply.value.name)
      else get().notify('error', `The board "${name}" was not opened.`, reply.error.message)
    },
  })

/** @returns the folder of the LibrePCB board that a package's files were plotted from, null when none was */
export const plottedBoardOf = (paths: readonly string[]): string | null =>
  paths.find((path) => path.startsWith(PLOTTED))?.split('/')[1] ?? null
