import type { Slice } from '../app-state.ts'

export interface AccountSlice {
  /** The account that its sheet shows. */
  readonly shownAccount: string | null
  /** Which of its places is open; null = the first one. */
  readonly shownPlace: string | null
  /** Opens an account's sheet. @param place one of `accountPlaces`, null = the first that the account has */
  showAccount(account: string, place: string | null): void
}

export const createAccountSlice: Slice<AccountSlice> = (set) => ({
  shownAccount: null,
  shownPlace: null,
  showAccount: (shownAccount, shownPlace) => set({ shownAccount, shownPlace, dialog: 'account' }),
})
