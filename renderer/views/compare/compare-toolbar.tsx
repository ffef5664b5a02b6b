import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import type { CompareLook } from '#renderer/state/slices/compare.slice.ts'
import { IconButton } from '#renderer/ui/button.tsx'

const SIZE = 16
const LOOKS: readonly (readonly [CompareLook, string])[] = [
  ['overlay', 'Overlay'],
  ['slider', 'Slider'],
  ['beside', 'Side by side'],
  ['before', 'Before'],
  ['after', 'After'],
]

/** The ways to look, and the view's own buttons. */
export const CompareToolbar = (): ReactNode => {
  const { commands, store } = useParts()
  const look = useApp((s) => s.look)
  const blinking = useApp((s) => s.blinking)
  const run = (id: string): void => commands.find((command) => command.id === id)?.run(store)
  return (
    <div className="compare-toolbar" role="toolbar" aria-label="Ways to look">
      <ToggleButtonGroup
        className="compare-looks"
        aria-label="Look"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[look]}
        onSelectionChange={([chosen]) => chosen !== undefined && store.getState().setLook(chosen as CompareLook)}
      >
        {LOOKS.map(([id, name]) => (
          <ToggleButton key={id} id={id} className="compare-look">
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButton className="compare-look" isSelected={blinking !== 'off'} onChange={() => store.getState().toggleBlinking()}>
        Blink <kbd>{useKeyOf('compare.blink')}</kbd>
      </ToggleButton>
      <span className="compare-gap" />
      <IconButton label="Fit boards" hint={useKeyOf('compare.fit')} onPress={() => run('compare.fit')}>
        <Maximize size={SIZE} />
      </IconButton>
      <IconButton label="Zoom in" hint={useKeyOf('compare.zoom-in')} onPress={() => run('compare.zoom-in')}>
        <ZoomIn size={SIZE} />
      </IconButton>
      <IconButton label="Zoom out" hint={useKeyOf('compare.zoom-out')} onPress={() => run('compare.zoom-out')}>
        <ZoomOut size={SIZE} />
      </IconButton>
    </div>
  )
}
