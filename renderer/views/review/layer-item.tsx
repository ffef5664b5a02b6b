import { ArrowDown, ArrowUp, EllipsisVertical, Focus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { NON_PLATED_HOLES, ownColor, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import { useScheme } from '#renderer/app/use-scheme.ts'

const HOLE_NAMES: Readonly<Record<string, string>> = { [PLATED_HOLES]: 'Plated holes', [NON_PLATED_HOLES]: 'Non-plated holes' }

const LayerLook = ({ id, name, color, opacity }: { id: string; name: string; color: string; opacity: number }): ReactNode => {
  const setLook = useApp((s) => s.setLayerLook)
  const move = useApp((s) => s.moveLayer)
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={`Look of ${name}`}>
        <EllipsisVertical size={14} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="layer-look" aria-label={`Look of ${name}`}>
          <label>
            Colour
            <input type="color" value={color.toLowerCase()} onChange={(event) => setLook(id, { color: event.target.value })} />
          </label>
          <label>
            Opacity {Math.round(opacity * 100)} %
            <input
              type="range"
              min={5}
              max={100}
              step={5}
              value={Math.round(opacity * 100)}
              onChange={(event) => setLook(id, { opacity: Number(event.target.value) / 100 })}
            />
          </label>
          <div className="layer-look-row">
            <button type="button" className="button" data-size="small" onClick={() => move(id, -1)}>
              <ArrowUp size={13} aria-hidden /> Up
            </button>
            <button type="button" className="button" data-size="small" onClick={() => move(id, 1)}>
              <ArrowDown size={13} aria-hidden /> Down
            </button>
            <button type="button" className="button" data-size="small" onClick={() => setLook(id, { color: null, opacity: null })}>
              Reset
            </button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** A layer: shown or not, alone or not, in which colour. */
export const LayerItem = ({ id, number }: { id: string; number: number }): ReactNode => {
  const row = useApp((s) => s.board?.layers.find((l) => l.id === id) ?? null)
  const visible = useApp((s) => s.layerViews[id]?.visible ?? false)
  const active = useApp((s) => s.activeLayer === id)
  const solo = useApp((s) => s.solo === id)
  const loaded = useApp((s) => s.loadedLayers.includes(id))
  const failed = useApp((s) => s.failedLayers.find((f) => f.id === id)?.message ?? null)
  const layerViews = useApp((s) => s.layerViews)
  const layers = useApp((s) => s.board?.layers)
  const palette = useApp((s) => s.settings.palette)
  const setVisible = useApp((s) => s.setLayerVisible)
  const activate = useApp((s) => s.activateLayer)
  const toggleSolo = useApp((s) => s.toggleSolo)
  const scheme = useScheme()
  const name = row?.name ?? HOLE_NAMES[id] ?? id
  const { color, opacity } = ownColor(id, { layers: layers ?? [], layerViews }, scheme, palette)
  return (
    <li className="layer-item" data-active={active || undefined} data-hidden={!visible || undefined}>
      <label className="layer-check" title={number <= 10 ? `Show or hide (Ctrl+${number % 10})` : 'Show or hide'}>
        <input type="checkbox" checked={visible} onChange={(event) => setVisible(id, event.target.checked)} aria-label={`Show ${name}`} />
        <span className="swatch" aria-hidden ref={(element) => element?.style.setProperty('--swatch', color)} />
      </label>
      <button type="button" className="layer-name" aria-current={active || undefined} onClick={() => activate(id)} title={row?.path}>
        {name}
        {failed ? <span className="tone-error"> not drawn</span> : !loaded && <span className="muted"> …</span>}
      </button>
      <IconButton label={`Only ${name}`} isPressed={solo} onPress={() => toggleSolo(id)}>
        <Focus size={14} />
      </IconButton>
      <LayerLook id={id} name={name} color={color} opacity={opacity} />
    </li>
  )
}
