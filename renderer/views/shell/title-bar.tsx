import { CircuitBoard, GitCompareArrows, Search, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { formatSize } from '#renderer/ui/units.ts'

const BoardFactsLine = (): ReactNode => {
  const facts = useApp((s) => s.board?.facts ?? null)
  const unit = useApp((s) => s.settings.unit)
  if (!facts) return null
  const size =
    facts.widthMm !== null && facts.heightMm !== null ? formatSize(facts.widthMm, facts.heightMm, unit) : 'size unknown: no closed outline'
  return (
    <span className="muted num title-facts">
      {facts.copperLayers} {facts.copperLayers === 1 ? 'layer' : 'layers'} · {size}
    </span>
  )
}

const CapabilityChoice = (): ReactNode => {
  const choices = useApp((s) => s.capabilities)
  const chosen = useApp((s) => s.capability ?? s.settings.capability ?? s.standardCapability)
  const setCapability = useApp((s) => s.setCapability)
  const openDialog = useApp((s) => s.openDialog)
  if (!chosen || choices.length === 0) return null
  return (
    <>
      <Choice
        label="Capability"
        value={chosen}
        options={choices.map((c) => ({ id: c.id, name: c.name }))}
        onChange={(id) => void setCapability(id)}
      />
      <IconButton label="Figures and own sets" onPress={() => openDialog('capabilities')}>
        <SlidersHorizontal size={16} />
      </IconButton>
    </>
  )
}

/** Name and facts of the board, search, capability. */
export const TitleBar = (): ReactNode => {
  const screen = useApp((s) => s.screen)
  const name = useApp((s) => s.boardName)
  const openDialog = useApp((s) => s.openDialog)
  const goHome = useApp((s) => s.goHome)
  const openComparison = useApp((s) => s.openComparison)
  const paletteKey = useKeyOf('palette')
  return (
    <header className="title-bar" data-pane>
      <button type="button" className="brand" onClick={goHome} title="Home">
        <CircuitBoard size={19} aria-hidden />
        <span>Boardproof</span>
        <span className="sr-only">, home</span>
      </button>
      {screen === 'board' && (
        <>
          <span className="title-divider" aria-hidden />
          <h1 className="title-name">{name || 'Opening…'}</h1>
          <BoardFactsLine />
        </>
      )}
      <span className="spacer" />
      {screen === 'board' && <CapabilityChoice />}
      {screen === 'board' && (
        <IconButton label="Compare revisions" onPress={openComparison}>
          <GitCompareArrows size={16} />
        </IconButton>
      )}
      <button type="button" className="search-button" onClick={() => openDialog('palette')}>
        <Search size={14} aria-hidden />
        <span>Search commands</span>
        <kbd>{paletteKey}</kbd>
      </button>
    </header>
  )
}
