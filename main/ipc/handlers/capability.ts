import { ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { capabilityCalls } from '#core/ipc/capability.ipc.ts'
import type { CapabilityEditing } from '#main/services/capability-editing.ts'

export const capabilityHandlers = (editing: CapabilityEditing): Handlers<typeof capabilityCalls> => ({
  'capability.list': () => ok(editing.list()),
  'capability.get': ({ id }) => editing.get(id),
  'capability.copy': ({ id, name }) => editing.copy(id, name),
  'capability.save': ({ capability }) => editing.save(capability),
  'capability.delete': ({ id }) => editing.delete(id),
  'capability.restore': ({ capability }) => editing.restore(capability),
  'capability.import': ({ text }) => editing.import(text),
})
