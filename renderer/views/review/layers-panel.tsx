import { Contrast, Eye, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { unsureFilesOf } from '#renderer/state/slices/import.slice.ts'
import { LayerItem } from './layer-item.tsx'

const SIDES = [
  ['all', 'All'],
  ['top', 'Top'],
  ['inner', 'Inner'],
  ['bottom', 'Bottom'],
] as const

/** Files without a role: they are in the package, so they are in this list too. */
const UnassignedGroup = (): ReactNode => {
  const files = useApp((s) => s.files)
  const goTo = useApp((s) => s.goTo)
  const selectFile = useApp((s) => s.selectFile)
  const unsure = unsureFilesOf(files)
  if (unsure.length === 0) return null
  return (
    <section className="unassigned" aria-label="Unassigned files">
      <h3>Unassigned {unsure.length}</h3>
      <ul>
        {unsure.map((file) => (
          <li key={file.path}>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                selectFile(file.path)
                goTo('import')
              }}
            >
              {file.path.split('/').at(-1)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The layers, top of the drawing first. */
export const LayersPanel = (): ReactNode => {
  const order = useApp((s) => s.layerOrder)
  const showOnly = useApp((s) => s.showOnly)
  const dim = useApp((s) => s.dimOthers)
  const toggleDim = useApp((s) => s.toggleDim)
  const allShown = useApp((s) => s.layerOrder.every((id) => s.layerViews[id]?.visible))
  const dimKey = useKeyOf('layer.dim')
  return (
    <section className="side-panel" aria-label="Layers" data-pane>
      <header className="panel-head">
        <h2>Layers</h2>
        <span className="spacer" />
        <IconButton label="Dim other layers" hint={dimKey} isPressed={dim} onPress={toggleDim}>
          <Contrast size={15} />
        </IconButton>
        <IconButton label={allShown ? 'Show the top side' : 'Show all layers'} onPress={() => showOnly(allShown ? 'top' : 'all')}>
          {allShown ? <EyeOff size={15} /> : <Eye size={15} />}
        </IconButton>
      </header>
      <div className="panel-tools" role="group" aria-label="Show only">
        {SIDES.map(([side, name]) => (
          <button key={side} type="button" className="toggle-chip" onClick={() => showOnly(side)}>
            {name}
          </button>
        ))}
      </div>
      <ul className="layer-list scroll" aria-label="Layers, top first">
        {order.map((id, i) => (
          <LayerItem key={id} id={id} number={i + 1} />
        ))}
      </ul>
      <UnassignedGroup />
    </section>
  )
}
