import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { projectCalls } from '#core/ipc/projects.ipc.ts'
import { isSecure } from '#core/provider/wire/address.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import type { Transfers } from '#main/providers/transfers.ts'
import type { ContentStore } from '#main/store/content-store.ts'
import type { SentProjectsRepo } from '#main/store/sent-projects.repo.ts'

const READ_MS = 60_000
const MOST_LISTED = 100
const NO_PROJECT = { code: 'no-such-project', message: 'The project is not here any more. Choose its file again.' } as const

export interface ProjectParts {
  readonly service: Pick<ProviderService, 'typed'>
  readonly contents: ContentStore
  readonly sent: SentProjectsRepo
  readonly transfers: Transfers
  /** @returns false where there is no browser to be seen */
  readonly open: (address: string) => Promise<boolean>
}

export const projectHandlers = ({ service, contents, sent, transfers, open }: ProjectParts): Handlers<typeof projectCalls> => ({
  'projects.service': async ({ account }) => {
    const typed = service.typed(account, 'librepcb')
    if (!typed.ok) return err(callError(typed.error))
    return answered(await typed.value.client.orderService(AbortSignal.timeout(READ_MS)), ({ infoUrl, uploadUrl, maxBytes }) => ({
      // Shown as a link: nothing but a web page.
      infoUrl: isSecure(infoUrl) ? infoUrl : null,
      isUp: uploadUrl !== null,
      maxBytes,
    }))
  },
  'projects.openInfo': async ({ account }) => {
    const typed = service.typed(account, 'librepcb')
    if (!typed.ok) return err(callError(typed.error))
    const info = await typed.value.client.orderService(AbortSignal.timeout(READ_MS))
    if (!info.ok) return err(callError(info.error))
    const { infoUrl } = info.value
    if (!isSecure(infoUrl)) return err({ code: 'refused', message: 'The service names no page about itself.' })
    return ok({ url: infoUrl, isOpened: await open(infoUrl) })
  },
  'projects.order': async ({ account, project, name, board, job }) => {
    const typed = service.typed(account, 'librepcb')
    if (!typed.ok) return err(callError(typed.error))
    const bytes = contents.get(project)
    if (!bytes) return err(NO_PROJECT)
    const page = await transfers.run(job, ({ cancel, tell }) =>
      typed.value.client.upload(bytes, board, cancel, (done, total) => tell(name, done, total)),
    )
    if (!page.ok) return err(callError(page.error))
    sent.add({ accountId: account, name, sha256: project, bytes: bytes.length, board, url: page.value })
    return ok({ url: page.value, isOpened: await open(page.value) })
  },
  'projects.list': () =>
    ok(
      sent
        .list(MOST_LISTED)
        .map(({ id, accountName, name, bytes, board, url, sentAt }) => ({ id, accountName, name, bytes, board, url, sentAt })),
    ),
  'projects.openPage': async ({ id }) => {
    const found = sent.find(id)
    return found ? ok({ url: found.url, isOpened: await open(found.url) }) : err(NO_PROJECT)
  },
})
