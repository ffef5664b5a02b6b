import { EXIT, parseCall, UsageError, type Command } from '#main/cli/command.ts'

const help = `usage: boardproof providers list                       accounts, and the providers there are
       boardproof providers sign-in WHERE [options]     sign in; adds the account when it is new
       boardproof providers sign-out WHERE
       boardproof providers push WHERE [PROJECT] [options]
                                                        send an approved board, or a LibrePCB project (.lppz)
       boardproof providers status WHERE [options]      orders, runs and shipments; with --board what became of a push
       boardproof providers libraries WHERE [options]   libraries of a LibrePCB server
       boardproof providers resources WHERE [NAME]      resources of an Authentise server, or the rows of one

  WHERE                an account's name or id, or a provider: asap, circuithub, librepcb, authentise, batchivo
  --data DIR           data folder of Boardproof; default: this user's
  --json               for programs
  --url ADDRESS        sign-in: the server, when it is not the provider's own
  --name NAME          sign-in: what the account is called
  --user NAME          sign-in: e-mail or user name; the password or key is asked for, or read from standard input
  --browser            sign-in: print the address only, open no browser
  --board NAME         push, status: an approved board, by its name or id
  --option KEY=VALUE   push: workspace, projectId, bureau, workflow, shipping, quantity, customerPo, board
  --format-version V   libraries: file format (1)
  --download UUID      libraries: save one with everything it needs, checked by size and SHA-256
  --out DIR            libraries: where to save (.)
  --filter KEY=VALUE   resources: only such rows
  --limit N            resources: at most so many rows (50)

exit: 0 done, 1 the provider says no or cannot be reached, 2 the call is wrong`

const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  url: { type: 'string' },
  name: { type: 'string' },
  user: { type: 'string' },
  browser: { type: 'boolean' },
  board: { type: 'string' },
  option: { type: 'string', multiple: true },
  'format-version': { type: 'string' },
  download: { type: 'string' },
  out: { type: 'string' },
  filter: { type: 'string', multiple: true },
  limit: { type: 'string' },
} as const

/** Accounts at providers, what is sent to them, and how far it is. */
export const providersCommand: Command = {
  summary: 'accounts at CircuitHub, LibrePCB, Authentise, Batchivo: sign in, push, status',
  help,
  async run(args) {
    const { values, positionals } = parseCall(args, OPTIONS)
    const [verb, ...rest] = positionals
    if (verb === undefined) {
      console.log(help)
      return EXIT.wrongCall
    }
    // Loaded when it is called: no other command opens accounts.
    const { runProviders, VERBS } = await import('#main/cli/providers/run-providers.ts')
    if (!Object.hasOwn(VERBS, verb)) throw new UsageError(`providers has no "${verb}"; it has ${Object.keys(VERBS).join(', ')}`)
    return runProviders(verb as keyof typeof VERBS, rest, values)
  },
}
