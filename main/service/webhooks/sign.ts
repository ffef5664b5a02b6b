import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** @returns a new secret, as the receiver is given it */
export const newWebhookSecret = (): string => PREFIX + randomBytes(24).toString('base64')

/**
 * Signs a message so that its receiver knows it for ours and unchanged.
 * @param seconds time of sending since 1970
 * @returns the value of the header `webhook-signature`
 * @source Standard Webhooks specification 1.0, signature scheme v1
 */
export const signWebhook = (secret: string, id: string, seconds: number, body: string): string => {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}
