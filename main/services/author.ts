import { userInfo } from 'node:os'
import type { ChoicesRepo } from '#main/store/choices.repo.ts'

/** The setting that names who works here. */
export const AUTHOR_SETTING = 'author'
const MOST_CHARACTERS = 200

const systemName = (): string => {
  try {
    return userInfo().username
  } catch {
    // Some accounts have no name.
    return 'unknown'
  }
}

/** @returns who is named as author of what is done now: the name in the settings, else the one of the account on this computer */
export const authorOf = (choices: ChoicesRepo): (() => string) => {
  const fallback = systemName()
  return () => {
    const name = choices.loadSettings()[AUTHOR_SETTING]
    return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, MOST_CHARACTERS) : fallback
  }
}
