import { ok } from '#core/base/result.ts'
import type { appCalls } from '#core/ipc/app.ipc.ts'
import type { Handlers } from '#core/ipc/call.ts'
import { STANDARD_CAPABILITY, type CapabilityService } from '#main/services/capabilities.ts'
import type { ChoicesRepo } from '#main/store/choices.repo.ts'

export interface Host {
  readonly version: string
  readonly shell: 'electron' | 'browser'
}

/** @param onPage a page asks who serves it: by then it listens to events */
export const appHandlers = (
  host: Host,
  capabilities: CapabilityService,
  choices: ChoicesRepo,
  onPage: () => void,
): Handlers<typeof appCalls> => ({
  'app.host': () => {
    onPage()
    return ok({ ...host })
  },
  'app.capabilities': () =>
    ok({ choices: capabilities.all().map(({ id, name, service }) => ({ id, name, service })), standard: STANDARD_CAPABILITY }),
  'settings.load': () => ok({ ...choices.loadSettings() }),
  'settings.save': ({ settings }) => {
    choices.saveSettings(settings)
    return ok(null)
  },
})
