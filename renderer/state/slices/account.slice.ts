import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

/** A sign-in that waits for the browser. */
export interface SigningIn {
  readonly account: string
  readonly address: string
  /** The browser was opened at the address. */
  readonly isOpened: boolean
  /** When the account had answered last; another time ends the waiting. */
  readonly checkedBefore: number | null
}

export interface AccountSlice {
  /** The account that its sheet shows. */
  readonly shownAccount: string | null
  /** Which of its places is open; null = the first one. */
  readonly shownPlace: string | null
  readonly signingIn: SigningIn | null
  /** Opens an account's sheet. @param place one of `accountPlaces`, null = the first that the account has */
  showAccount(account: string, place: string | null): void
  /** Signs in in the browser; how it ended comes as news of the accounts. */
  signInByBrowser(id: string): Promise<void>
  endBrowserSignIn(): Promise<void>
  /** Looks whether a sign-in that was waited for has ended. */
  sawAccounts(): void
}

/** The application waits no longer for the way back. */
const WAITS_MS = 5 * 60_000

export const createAccountSlice =
  (backend: Backend): Slice<AccountSlice> =>
  (set, get) => ({
    shownAccount: null,
    shownPlace: null,
    signingIn: null,
    showAccount: (shownAccount, shownPlace) => set({ shownAccount, shownPlace, dialog: 'account' }),
    async signInByBrowser(id) {
      const reply = await backend.ask('providers.beginSignIn', { account: id })
      if (!reply.ok) return get().notify('error', 'Not signed in.', reply.error.message)
      const checkedBefore = get().accounts.find((account) => account.id === id)?.checkedAt ?? null
      const signingIn = { account: id, ...reply.value, checkedBefore }
      set({ signingIn })
      setTimeout(() => {
        if (get().signingIn !== signingIn) return
        set({ signingIn: null })
        get().notify('warning', 'Nobody came back from the browser. Sign in again.')
      }, WAITS_MS)
    },
    sawAccounts() {
      const { signingIn, accounts, notify } = get()
      const account = accounts.find(({ id }) => id === signingIn?.account)
      if (!signingIn || !account || account.checkedAt === signingIn.checkedBefore) return
      set({ signingIn: null })
      if (account.state === 'ok') notify('success', `Signed in to ${account.name}${account.who ? ` as ${account.who}` : ''}.`)
      else notify('warning', `${account.name}: ${account.says}`)
    },
    async endBrowserSignIn() {
      const { signingIn } = get()
      if (!signingIn) return
      set({ signingIn: null })
      await backend.ask('providers.endSignIn', { account: signingIn.account })
    },
  })
