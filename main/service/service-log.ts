/** Fields of one event. Values are plain data. */
export type LogFields = Readonly<Record<string, unknown>>

export interface ServiceLog {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  /** Something that should not happen. */
  error(fields: LogFields, message: string): void
}

/** What looks like one of our keys or secrets, wherever it stands in a text. */
const SECRET_TEXT = /\b(bpk_|whsec_|Bearer\s+)[\w+/=.-]{4,}/gi
/** Fields that are never written, whatever is in them. */
const SECRET_FIELDS = new Set(['authorization', 'cookie', 'secret', 'key', 'password', 'headers', 'body'])

/** @returns the text without what looks like a secret */
export const withoutSecrets = (text: string): string => text.replace(SECRET_TEXT, '$1…')

/**
 * One line of JSON for each event, to the stream: time, level, message, fields. Requests are logged by method, path, status
 * and time, never by headers, bodies or query strings; what looks like a secret is struck out wherever it stands.
 */
export const serviceLog = (to: { write(line: string): unknown }, now: () => number = Date.now): ServiceLog => {
  const write =
    (level: string) =>
    (fields: LogFields, message: string): void => {
      const line = JSON.stringify({ time: new Date(now()).toISOString(), level, msg: message, ...fields }, (name, value: unknown) =>
        SECRET_FIELDS.has(name.toLowerCase()) ? '…' : typeof value === 'string' ? withoutSecrets(value) : value,
      )
      to.write(`${line}\n`)
    }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
