import { homedir } from 'node:os'
import { fileSealer, keyFileOf, type Sealer } from '#main/secrets/sealer.ts'

/** Seals with this user's key file: the service and its operator commands run as the same user. */
export const commandSealer = (): Sealer => fileSealer(keyFileOf(process.platform, process.env, homedir()))
