import { err, type Result } from '#core/base/result.ts'
import type { CallError, Handlers } from '#core/ipc/call.ts'
import { contract, isCallName, type Contract } from '#core/ipc/contract.ts'
import type { Log } from '#main/services/log.ts'

export type Reply = Result<unknown, CallError<string>>
export type AllHandlers = Handlers<Contract>
/** Answers one call by name; the only way into the application from a page. */
export type Dispatch = (name: unknown, input: unknown) => Promise<Reply>

/**
 * The one place where calls are let in: name and payload are checked before a handler sees them, its answer before the
 * page does. Nothing thrown gets out: it is logged and answered as `internal`.
 */
export const dispatcher =
  (handlers: AllHandlers, log: Log): Dispatch =>
  async (name, input) => {
    if (!isCallName(name)) return err({ code: 'bad-request', message: 'There is no such call.' })
    const entry = contract[name]
    const given = entry.input.safeParse(input)
    if (!given.success)
      return err({ code: 'bad-request', message: `The call ${name} was not made as agreed: ${given.error.issues[0]?.message ?? ''}` })
    try {
      const reply = (await (handlers[name] as (input: unknown) => Reply | Promise<Reply>)(given.data)) as Reply
      if (!reply.ok) {
        const known = entry.errors as readonly string[]
        if (known.includes(reply.error.code)) return reply
        throw new Error(`${name} answered with the undeclared failure ${reply.error.code}`)
      }
      const answer = entry.output.safeParse(reply.value)
      if (answer.success) return { ok: true, value: answer.data }
      throw new Error(`${name} answered not as agreed: ${JSON.stringify(answer.error.issues.slice(0, 3))}`)
    } catch (error) {
      log.fault(`call ${name} failed`, error)
      return err({ code: 'internal', message: 'Something went wrong in Boardproof. The log in the data folder says where.' })
    }
  }
