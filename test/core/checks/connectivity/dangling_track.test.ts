import { aBoard } from '#core/builder/board-builder.ts'
import { danglingTrack } from '#core/checks/connectivity/dangling_track.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 30, height: 12 })
const pad = () => edge().pad({ at: [4, 6], size: [1, 1], net: 'A' })

testCheck(danglingTrack, {
  clean: [
    {
      name: 'a track between two pads',
      board: pad()
        .pad({ at: [12, 6], size: [1, 1], net: 'A' })
        .track({ from: [4, 6], to: [12, 6], width: 0.3, net: 'A' }),
    },
    { name: 'a stub no longer than the limit', board: pad().track({ from: [4.5, 6], to: [5, 6], width: 0.3, net: 'A' }) },
    {
      name: 'a track that ends in another',
      board: pad()
        .pad({ at: [12, 6], size: [1, 1] })
        .track({ from: [4, 6], to: [12, 6], width: 0.3 })
        .track({ from: [8, 6], to: [8, 9], width: 0.3 })
        .pad({ at: [8, 9], size: [1, 1] }),
    },
    {
      name: 'a track that ends in a via',
      board: pad()
        .track({ from: [4, 6], to: [9, 6], width: 0.3, net: 'A' })
        .via({ at: [9, 6], diameter: 0.8, drill: 0.4, net: 'A' }),
    },
    {
      name: 'letters',
      board: pad()
        .track({ from: [20, 3], to: [20, 5], width: 0.2 })
        .track({ from: [20, 5], to: [21, 5], width: 0.2 }),
    },
    {
      name: 'a track that ends inside a pour',
      board: pad()
        .region({
          net: 'A',
          points: [
            [8, 3],
            [14, 3],
            [14, 9],
            [8, 9],
          ],
        })
        .track({ from: [4, 6], to: [10, 6], width: 0.3, net: 'A' }),
    },
  ],
  flagged: [
    {
      name: 'a track that ends nowhere',
      board: pad().track({ from: [4, 6], to: [9, 6], width: 0.3, net: 'A' }),
      findings: [{ message: 'dangling', measured: 5, severity: 'warning', layer: 'top-copper', at: [9, 6] }],
    },
    {
      name: 'a bent stub on the bottom',
      board: edge()
        .pad({ at: [4, 6], size: [1, 1], layer: 'bottom-copper', net: 'A' })
        .track({ from: [4, 6], to: [9, 6], width: 0.3, layer: 'bottom-copper', net: 'A' })
        .track({ from: [9, 6], to: [9, 9], width: 0.3, layer: 'bottom-copper', net: 'A' }),
      findings: [{ message: 'dangling', measured: 3, layer: 'bottom-copper', at: [9, 9] }],
    },
  ],
  skipped: [{ name: 'no copper', board: edge().without('top-copper', 'bottom-copper'), missing: 'copper layer' }],
})
