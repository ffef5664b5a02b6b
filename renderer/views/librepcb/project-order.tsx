import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { ProjectService } from '#renderer/state/slices/projects.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { formatAgo, formatBytes } from '#renderer/ui/format-value.ts'
import { TransferLine } from './transfer-line.tsx'

const NO_BOARD = 'service'

/** A web page: the desktop window opens none of its own, the application behind it does. */
const WebLink = ({ url, children, onOpen }: { url: string; children: ReactNode; onOpen: (() => void) | null }): ReactNode => {
  const isDesktop = useApp((s) => s.host?.shell === 'electron')
  if (!isDesktop)
    return (
      <a className="link" href={url} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  if (!onOpen) return <span className="mono">{children}</span>
  return (
    <button type="button" className="link" onClick={onOpen}>
      {children}
    </button>
  )
}

const ServiceInfo = ({ service, account }: { service: ProjectService; account: string }): ReactNode => {
  const openInfo = useApp((s) => s.openServiceInfo)
  return service.isUp ? (
    <p className="muted">
      Takes projects up to {formatBytes(service.maxBytes)}.{' '}
      {service.infoUrl && (
        <WebLink url={service.infoUrl} onOpen={() => void openInfo(account)}>
          About the service
        </WebLink>
      )}
    </p>
  ) : (
    <div className="banner" data-tone="warning" role="alert">
      <p>The order service is down at the moment. Try again later.</p>
    </div>
  )
}

const ProjectField = (): ReactNode => {
  const input = useRef<HTMLInputElement>(null)
  const take = useApp((s) => s.takeProject)
  const project = useApp((s) => s.project)
  const state = useApp((s) => s.isProjectTaken)
  const isSending = useApp((s) => s.projectJob !== null)
  return (
    <div className="project-drop">
      {project ? (
        <p>
          <b>{project.name}</b> <span className="muted num">{formatBytes(project.bytes)}</span>
        </p>
      ) : (
        <p className="muted">{state === 'reading' ? 'Reading the project…' : 'Drop a project archive (.lppz) here, or choose it.'}</p>
      )}
      <Button size="small" isDisabled={isSending} onPress={() => input.current?.click()}>
        {project ? 'Another project…' : 'Choose project…'}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".lppz"
        hidden
        aria-label="Project archive"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void take(file)
        }}
      />
    </div>
  )
}

const BoardChoice = (): ReactNode => {
  const boards = useApp((s) => s.project?.boards ?? null)
  const board = useApp((s) => s.projectBoard)
  const choose = useApp((s) => s.chooseProjectBoard)
  if (!boards) return null
  if (boards.length === 0) return <p className="tone-warning">The project has no board. The service decides what it makes of it.</p>
  return (
    <Choice
      label="Board"
      value={board ?? NO_BOARD}
      options={[...boards.map(({ path, name }) => ({ id: path, name })), { id: NO_BOARD, name: 'Choose on the web page' }]}
      onChange={(id) => choose(id === NO_BOARD ? null : id)}
    />
  )
}

const SentProjects = (): ReactNode => {
  const sent = useApp((s) => s.sentProjects)
  const open = useApp((s) => s.openOrderPage)
  const [now] = useState(() => Date.now())
  if (sent.length === 0) return null
  return (
    <section className="approve-part" aria-label="Sent so far">
      <h3>Sent so far</h3>
      <ul className="library-list">
        {sent.map((each) => (
          <li key={each.id} className="queue-line">
            <b>{each.name}</b>
            <span className="muted num">
              {each.board ? `${each.board.split('/').at(-2) ?? each.board}, ` : ''}
              {formatBytes(each.bytes)}, {each.accountName}, {formatAgo(each.sentAt, now)}
            </span>
            <span className="spacer" />
            <Button size="small" kind="plain" onPress={() => void open(each.id)}>
              Open its page
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Outcome = ({ name }: { name: string }): ReactNode => {
  const page = useApp((s) => s.orderPage)
  if (!page) return null
  return (
    <div className="banner" data-tone="success" role="status">
      <p>
        {page.isOpened ? `${name} is uploaded. Go on in the browser: nothing is ordered before that. ` : `${name} is uploaded. Go on at `}
        <WebLink url={page.url} onOpen={null}>
          {page.url}
        </WebLink>
      </p>
    </div>
  )
}

/** Orders a LibrePCB project: uploads it as it is, and the order goes on in the browser. */
export const ProjectOrder = ({ account }: { account: AccountShape }): ReactNode => {
  const service = useApp((s) => s.projectService)
  const serviceFault = useApp((s) => s.projectServiceFault)
  const project = useApp((s) => s.project)
  const job = useApp((s) => s.projectJob)
  const fault = useApp((s) => s.projectFault)
  const loadService = useApp((s) => s.loadProjectService)
  const loadSent = useApp((s) => s.loadSentProjects)
  const order = useApp((s) => s.orderProject)
  const cancel = useApp((s) => s.cancelProject)
  const { id } = account
  useEffect(() => void loadSent(), [loadSent])
  useEffect(() => void loadService(id), [id, loadService])
  const isTooLarge = project !== null && service !== null && project.bytes > service.maxBytes
  return (
    <>
      {service && <ServiceInfo service={service} account={id} />}
      {!service && !serviceFault && <p className="muted">Asking {account.name}…</p>}
      {serviceFault && (
        <div className="banner" data-tone="error" role="alert">
          <p>{serviceFault}</p>
          <Button size="small" onPress={() => void loadService(id)}>
            Try again
          </Button>
        </div>
      )}
      <ProjectField />
      <BoardChoice />
      {isTooLarge && (
        <p className="tone-error" role="alert">
          The project has {formatBytes(project.bytes)}; the service takes {formatBytes(service.maxBytes)}. Leave generated files and 3D
          models out of the archive.
        </p>
      )}
      {fault && (
        <p className="tone-error" role="alert">
          {fault}
        </p>
      )}
      {job ? (
        <TransferLine job={job} label="Uploading the project" onCancel={() => void cancel()} />
      ) : (
        <div className="card-actions">
          <Button kind="primary" isDisabled={!project || !service?.isUp || isTooLarge} onPress={() => void order(id)}>
            Upload and go on in the browser
          </Button>
        </div>
      )}
      {project && <Outcome name={project.name} />}
      <SentProjects />
    </>
  )
}
