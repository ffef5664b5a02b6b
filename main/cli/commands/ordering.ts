import type { Command } from '#main/cli/command.ts'

const COMMON = `
  --data DIR           the application's data folder
  --json               print JSON`

const accountsHelp = `usage: boardproof accounts                     the accounts, without their keys
       boardproof accounts add NAME           --provider asap, --url ADDRESS; the key comes from standard input
       boardproof accounts sign-in ACCOUNT    another key, from standard input
       boardproof accounts test ACCOUNT
       boardproof accounts sign-out ACCOUNT
       boardproof accounts remove ACCOUNT

ACCOUNT is an id or a name.
${COMMON}`

const outboxHelp = `usage: boardproof outbox                       what waits to be sent (--all: what was sent too)
       boardproof outbox show ID              with every step
       boardproof outbox retry|pause|resume|cancel ID
       boardproof outbox accept ID CONFLICT   go on with what is now; CONFLICT as shown
${COMMON}`

const ordersHelp = `usage: boardproof orders                       the orders, newest first (--limit N)
       boardproof orders show ID              with timeline and price
       boardproof orders refresh              ask the servers now, then list
${COMMON}`

const syncHelp = `usage: boardproof sync [options]               send what waits, until nothing waits any more

  --seconds N          give up after that long (600)
${COMMON}

exit: 0 nothing waits, 1 something still waits or needs you`

/** Loaded when it is called: no other command needs the store. */
const command = (name: 'accounts' | 'outbox' | 'orders' | 'sync', summary: string, help: string): Command => ({
  summary,
  help,
  async run(args) {
    const { runOrderingCommand } = await import('#main/cli/ordering/run-ordering-command.ts')
    return runOrderingCommand(name, args)
  },
})

export const orderingCommand = {
  sync: command('sync', 'send approved boards and orders that wait', syncHelp),
  orders: command('orders', 'placed orders and where they are', ordersHelp),
  outbox: command('outbox', 'what waits to be sent', outboxHelp),
  accounts: command('accounts', 'accounts at manufacturers', accountsHelp),
}
