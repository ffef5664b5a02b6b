import type { Taken } from './take-project.ts'

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

export const PAGE_CSP = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const page = (title: string, body: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}<title>${escape(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark }
h1 { font-size: 1.4rem }
</style>
</head>
<body>
<h1>${escape(title)}</h1>
${body}
</body>
</html>
`

const EXPORT_STEPS = `<ol>
<li>In LibrePCB, open the board and choose <b>File → Generate Fabrication Data</b> (or <b>Order PCB → Generate production data</b>).</li>
<li>Pack the folder with the Gerber and drill files as a zip, or keep it inside the project's folder and order again.</li>
<li>Open the zip in Boardproof.</li>
</ol>`

/** Short enough to be shown as it is. */
export const infoPage = (): string =>
  page(
    'Boardproof',
    '<p>Reviews the fabrication data of a project on this computer: nothing is sent anywhere. Gerber and drill files inside the project are reviewed; where there are none, the board is plotted here.</p>',
  )

export const waitingPage = (): string => page('Reading the project', '<p>This page shows the result when it is there.</p>', '<meta http-equiv="refresh" content="1">\n') // prettier-ignore

export const gonePage = (): string => page('Nothing here', '<p>This upload is no longer known. Order again from LibrePCB.</p>')

const VERDICT = { clear: 'Clear', review: 'To be looked at', blocked: 'Blocked' } as const

/** What became of an uploaded project. */
export const takenPage = (taken: Taken): string => {
  switch (taken.kind) {
    case 'board':
      return page(
        `${taken.name}: ${VERDICT[taken.verdict]}`,
        `<p>${escape(taken.coverage)}.</p><p>The board is in Boardproof now, on its start page among the recent boards.</p>`,
      )
    case 'no-artwork':
      return page(
        `${taken.name} holds no artwork`,
        `<p>The project was received, but there are no Gerber or drill files in it, so there is nothing to review yet.</p>${EXPORT_STEPS}`,
      )
    case 'refused':
      return page('The project cannot be read', `<p>${escape(taken.message)}</p>`)
    case 'broken':
      return page(
        'The review stopped',
        '<p>An error in Boardproof stopped it; the log of the service says which. Order again to try once more.</p>',
      )
  }
}
