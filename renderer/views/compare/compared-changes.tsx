import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { ObjectChangeShape } from '#core/ipc/compare.ipc.ts'
import { EXPECTED_NAMES } from '#core/review/compare/acceptance.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { selectChanges } from '#renderer/state/slices/compare.slice.ts'
import { formatLength, lengthNumber, unitSign, type LengthUnit } from '#renderer/ui/units.ts'

const ROW_PX = 46
const TONES: Record<ObjectChangeShape['change'], string> = { added: 'clean', removed: 'error', moved: 'note', resized: 'warning' }

/** What both begin with is said once: "plated hole 0.300 → 0.400". */
const withoutCommonStart = (is: string, was: string): string => {
  const [a, b] = [is.split(' '), was.split(' ')]
  const common = a.findIndex((word, i) => word !== b[i])
  return common > 0 ? a.slice(common).join(' ') : is
}

const titleOf = ({ kind, is, was, from, at }: ObjectChangeShape, unit: LengthUnit): string => {
  if (was) return `${was} → ${withoutCommonStart(is, was)}`
  const what = kind === 'region' ? `region, ${is}` : is
  return from ? `by ${formatLength(Math.hypot(at.x - from.x, at.y - from.y), unit)}: ${what}` : what
}

const optionId = (number: number): string => `difference-${number}`

const ChangeRow = ({ change, layer, unit }: { change: ObjectChangeShape; layer: string; unit: LengthUnit }): ReactNode => {
  const { number, at, pin, net, expected } = change
  const place = `x ${lengthNumber(at.x, unit)} y ${lengthNumber(at.y, unit)} ${unitSign(unit)}`
  const more = [layer, pin ?? net, place, expected && EXPECTED_NAMES[expected].toLowerCase()].filter(Boolean)
  return (
    <>
      <span className="change-number num">{number}</span>
      <span className="change-text">
        <span className="change-title">
          <span className="chip" data-tone={TONES[change.change]}>
            {change.change}
          </span>
          <span className="change-what" title={titleOf(change, unit)}>
            {titleOf(change, unit)}
          </span>
        </span>
        <span className="muted num change-more">{more.join(' · ')}</span>
      </span>
    </>
  )
}

/** Every changed object, numbered as on the canvas: one focus, arrows or J and K walk, choosing one frames it. */
export const ComparedChanges = (): ReactNode => {
  const { store } = useParts()
  const changes = useApp(selectChanges)
  const selected = useApp((s) => s.selectedChange)
  const unit = useApp((s) => s.settings.unit)
  const diff = useApp((s) => s.comparison?.diff ?? null)
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only, never handed to memoized parts
  const virtual = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  })
  const index = changes.findIndex((o) => o.number === selected)
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  }, [index, virtual])
  if (!diff || diff.objects.length === 0) return null
  const nameOf = (layer: string): string => diff.layers.find((l) => l.id === layer)?.name ?? layer
  const hidden = diff.objects.length - changes.length
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (!by) return
    event.preventDefault()
    store.getState().walkChanges(by)
  }
  return (
    <section className="compare-part compare-changes" aria-label="Differences" data-empty={changes.length === 0 || undefined}>
      <h2>
        Differences <span className="chip num">{changes.length + diff.objectsLeftOut}</span>
        {hidden > 0 && <span className="muted num">{hidden} accepted</span>}
      </h2>
      {changes.length === 0 && <p className="muted">All of them are accepted.</p>}
      <div
        ref={scroller}
        className="change-list scroll"
        hidden={changes.length === 0}
        role="listbox"
        aria-label="Differences"
        aria-activedescendant={index >= 0 ? optionId(selected!) : undefined}
        tabIndex={0}
        data-keys="list"
        data-pane
        onKeyDown={onKeyDown}
      >
        <div
          className="virtual"
          role="presentation"
          ref={(element) => void element?.style.setProperty('height', `${virtual.getTotalSize()}px`)}
        >
          {virtual.getVirtualItems().map((item) => {
            const change = changes[item.index]!
            return (
              <div
                key={change.number}
                id={optionId(change.number)}
                role="option"
                aria-selected={change.number === selected}
                aria-setsize={changes.length}
                aria-posinset={item.index + 1}
                className="virtual-row change-row"
                ref={(element) => void element?.style.setProperty('transform', `translateY(${item.start}px)`)}
                onClick={() => store.getState().selectChange(change.number)}
              >
                <ChangeRow change={change} layer={nameOf(change.layer)} unit={unit} />
              </div>
            )
          })}
        </div>
      </div>
      {diff.objectsLeftOut > 0 && <p className="muted num">{diff.objectsLeftOut} more are not listed.</p>}
    </section>
  )
}
