import type { Command } from '#main/cli/command.ts'

const serveHelp = `usage: boardproof serve [options]             answer the ASAP API until it is stopped
       boardproof serve orders                the orders of everybody
       boardproof serve move ORDER STATE      move an order on (--tracking NUMBER)
       boardproof serve webhooks add URL | list | remove ID | log

  --data DIR           where boards, runs and orders are kept
  --port N             8000 unless given; 0 takes any free one
  --host ADDRESS       127.0.0.1 unless given; others need --allow-network and a key
  --allow-network      answer other computers too
  --capability ID      judge against this fab where a call names none
  --rate-minute N      calls a key may make in a minute (100)
  --rate-hour N        calls a key may make in an hour (1000)
  --max-upload MB      largest package (100)
  --threads N          reviews at once
  --keep-days N        remove boards that nobody used for N days and that were not ordered (kept for ever unless given)
  --libraries DIR      folder of LibrePCB libraries to serve
  --ui                 serve the application's page too, on a port of its own
  --take-projects      take LibrePCB projects from other computers too
  --org NAME           webhooks add: whose events (local)
  --events a,b         webhooks add: dfm_run.finished, order.changed`

const keysHelp = `usage: boardproof keys create [options]       make a key and print it once
       boardproof keys list
       boardproof keys revoke ID

  --data DIR           the service's data folder
  --label TEXT         what the key is for
  --org NAME           whose data it reaches (local)
  --user NAME          who acts with it (operator)
  --scopes a,b         read, dfm, order (all)
  --format FORMAT      text, json`

/** Loaded when it is called: no other command needs an HTTP server. */
const command = (name: 'serve' | 'keys', summary: string, help: string): Command => ({
  summary,
  help,
  async run(args) {
    const { runServiceCommand } = await import('#main/service/commands/run-service-command.ts')
    return runServiceCommand(name, args)
  },
})

export const serviceCommand = {
  serve: command('serve', 'answer the ASAP API on this computer', serveHelp),
  keys: command('keys', 'keys for the service: create, list, revoke', keysHelp),
}
