import { defineCheck, none } from '#core/checks/define-check.ts'
import { netNames } from '#core/checks/measures.ts'
import { netTies, tiedBy } from '#core/checks/measuring/net-ties.ts'
import { oddJoints } from '#core/checks/measuring/odd-joints.ts'
import { shortPlaces } from '#core/checks/measuring/short-place.ts'
import { NO_NAMES } from '#core/checks/needs.ts'

export const netShort = defineCheck({
  id: 'net_short',
  title: 'Short circuit between nets',
  category: 'connectivity',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: { shorts: none('Nets of different names do not touch') },
  why: 'Two nets joined in the artwork are joined on every board.',
  fix: 'Separate the copper at the marked joint; check merged pours and stray text on copper.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.13 (.N); IPC-D-356A',
  messages: {
    short: '{names} are joined in the copper',
    tie: '{names} are joined at {parts}, a net tie or a jumper that is closed until cut',
    joint: 'a track joins two nets in the middle of their tracks: nothing ends where it begins or ends',
  },
  run(board, measures, report) {
    const { shorts } = measures.connectivity()
    for (const short of shorts) {
      const names = [...new Set(short.labels.flatMap((label) => label.names))]
      const places = shortPlaces(measures, short)
      const at = places[0]?.at ?? short.labels[1]?.at ?? short.labels[0]!.at
      const label = short.labels[0]!
      const ties = tiedBy(names, netTies(board, measures))
      report({
        message: ties ? 'tie' : 'short',
        limit: 'shorts',
        value: names.length - 1,
        at,
        witness: places.length === 0 && short.labels.length > 1 ? [short.labels[0]!.at, short.labels[1]!.at] : [],
        always: true,
        ...(ties ? { severity: 'info' } : {}),
        layers: [...new Set(places.length ? places.map((place) => place.layer.id) : short.labels.map((l) => l.layer))],
        nets: names,
        files: [
          {
            path: board.layers.find((l) => l.id === (places[0]?.layer.id ?? label.layer))?.path ?? '',
            line: places[0]?.line || label.line,
          },
        ],
        values: { names: names.slice(0, 4).join(' and '), parts: (ties ?? []).map(({ ref }) => ref).join(', ') },
      })
    }
    const { labelled, netlistRefused } = measures.connectivity()
    if (labelled) return
    const joints = oddJoints(board, measures)
    for (const { layer, object } of joints) {
      const { objects } = layer.plotted
      const at = [(objects.x0[object]! + objects.x1[object]!) / 2e6, (objects.y0[object]! + objects.y1[object]!) / 2e6] as const
      report({
        message: 'joint',
        limit: 'shorts',
        value: 1,
        at,
        always: true,
        basis: 'inferred',
        layers: [layer.id],
        nets: netNames(measures.nets().of(layer, measures.componentAt(layer, at))),
        files: [{ path: layer.path, line: objects.line[object]! }],
      })
    }
    if (joints.length === 0) return `${netlistRefused ?? NO_NAMES}; without them only unusual joints were looked for, and none was found`
  },
})
