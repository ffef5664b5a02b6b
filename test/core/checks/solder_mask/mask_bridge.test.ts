import { aBoard } from '#core/builder/board-builder.ts'
import { maskBridge } from '#core/checks/solder_mask/mask_bridge.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 24, height: 12 })

/** Two pasted pads of two nets, this far apart, in one opening. */
const pair = (gap: number, nets = ['A', 'B']) =>
  edge()
    .pad({ at: [10 - gap / 2 - 0.25, 6], size: [0.5, 1], paste: 0.02, net: nets[0]! })
    .pad({ at: [10 + gap / 2 + 0.25, 6], size: [0.5, 1], paste: 0.02, net: nets[1]! })
    .opening({ at: [10, 6], size: [gap + 1.1, 1.1] })

testCheck(maskBridge, {
  clean: [
    { name: 'too close for any dam', board: pair(0.1) },
    {
      name: 'each pad in its opening',
      board: edge()
        .pad({ at: [8, 6], size: [0.5, 1], opening: 0.05, net: 'A' })
        .pad({ at: [9, 6], size: [0.5, 1], opening: 0.05, net: 'B' }),
    },
    {
      name: 'two pads of one net in one opening',
      board: pair(0.4, ['A', 'A']).track({ from: [9.5, 6], to: [10.5, 6], width: 0.2, net: 'A' }),
    },
    {
      name: 'a picture in the mask over two pads',
      board: edge()
        .pad({ at: [8, 6], size: [0.5, 0.5], net: 'A' })
        .pad({ at: [11, 6], size: [0.5, 0.5], net: 'B' })
        .region({
          points: [
            [5, 3],
            [14, 3],
            [14, 9],
            [5, 9],
          ],
          layer: 'top-mask',
        }),
    },
    {
      name: 'fingers of an edge connector',
      board: edge()
        .pad({ at: [10, 1], size: [1, 2], net: 'A', fn: 'ConnectorPad,CuDef' })
        .pad({ at: [11.6, 1], size: [1, 2], net: 'B', fn: 'ConnectorPad,CuDef' })
        .opening({ at: [10.8, 1], size: [3, 2.4] }),
      not: ['without attributes'],
    },
  ],
  flagged: [
    {
      name: 'room for a dam',
      board: pair(0.3),
      findings: [{ message: 'bridge', measured: 0.2, severity: 'warning', layer: 'top-mask', at: [10, 6] }],
    },
    {
      name: 'room for a dam thinner than the fab prints',
      board: pair(0.18),
      findings: [{ message: 'bridge', measured: 0.08, severity: 'info', layer: 'top-mask' }],
    },
    {
      name: 'exactly the dam that the fab prints is told only',
      board: pair(0.2),
      findings: [{ message: 'bridge', measured: 0.1, severity: 'info' }],
    },
    {
      name: 'a jumper without paste',
      board: edge()
        .pad({ at: [9.6, 6], size: [0.5, 1], net: 'A', layer: 'bottom-copper' })
        .pad({ at: [10.4, 6], size: [0.5, 1], net: 'B', layer: 'bottom-copper' })
        .opening({ at: [10, 6], size: [1.5, 1.1], layer: 'bottom-mask' }),
      findings: [{ message: 'bridge', measured: 0.2, severity: 'info', layer: 'bottom-mask' }],
    },
    {
      name: 'two leads in one opening',
      board: edge()
        .land({ at: [9, 6], diameter: 1.6, layer: 'all', net: 'A' })
        .hole({ at: [9, 6], diameter: 0.9 })
        .land({ at: [11.54, 6], diameter: 1.6, layer: 'all', net: 'B' })
        .hole({ at: [11.54, 6], diameter: 0.9 })
        .opening({ at: [10.27, 6], size: [4.2, 1.7], shape: 'obround' }),
      findings: [{ message: 'bridge', measured: 0.84, severity: 'warning', layer: 'top-mask' }],
    },
  ],
  skipped: [{ name: 'no mask', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'solder mask' }],
})
