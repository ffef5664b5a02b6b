import { defineCheck, none } from '#core/checks/define-check.ts'
import { middle, netNames } from '#core/checks/measures.ts'
import { brokenTracks, openPlace } from '#core/checks/measuring/open-places.ts'
import { NO_NAMES } from '#core/checks/needs.ts'

export const netOpen = defineCheck({
  id: 'net_open',
  title: 'Open circuit: one net in several copper islands',
  category: 'connectivity',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: { opens: none('A net is one piece of copper') },
  why: 'A net in two pieces does not work, on every board.',
  fix: 'Complete the connection; refill the zones before exporting.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.13 (.N); IPC-D-356A',
  messages: {
    open: '{name} falls into {count} pieces; {distance} apart here',
    apart: '{name} falls into {count} pieces that share no layer',
    broken: 'two track ends face each other across {distance}: a piece of track seems to be missing',
  },
  run(board, measures, report) {
    for (const open of measures.connectivity().opens) {
      const [main, ...others] = open.labels
      for (const label of others) {
        const place = openPlace(board, measures, label.net, main!.net)
        report({
          message: place ? 'open' : 'apart',
          limit: 'opens',
          value: 1,
          at: place ? middle(place) : label.at,
          witness: place ? [place.a, place.b] : [label.at, main!.at],
          always: true,
          cause: open.name,
          layers: [place?.layer.id ?? label.layer],
          nets: [open.name],
          files: [{ path: board.layers.find((l) => l.id === label.layer)?.path ?? '', line: label.line }],
          values: { name: open.name, count: String(open.labels.length), distance: `${(place?.value ?? 0).toFixed(3)} mm` },
        })
      }
    }
    const { labelled, netlistRefused } = measures.connectivity()
    if (labelled) return
    const broken = brokenTracks(board, measures)
    for (const gap of broken) {
      report({
        message: 'broken',
        limit: 'opens',
        value: 1,
        at: middle(gap),
        witness: [gap.a, gap.b],
        always: true,
        basis: 'inferred',
        layers: [gap.layer.id],
        nets: netNames(...[gap.a, gap.b].map((at) => measures.nets().of(gap.layer, measures.componentAt(gap.layer, at)))),
        files: [{ path: gap.layer.path, line: 0 }],
        values: { distance: `${gap.value.toFixed(3)} mm` },
      })
    }
    if (broken.length === 0) return `${netlistRefused ?? NO_NAMES}; without them only broken tracks were looked for, and none was found`
  },
})
