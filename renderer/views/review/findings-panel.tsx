import { Search, UserRound } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { decidedOf, groupFindings, type SectionId } from '#renderer/state/finding-groups.ts'
import { findingRows } from '#renderer/state/finding-rows.ts'
import type { SidePanel } from '#renderer/state/slices/decisions.slice.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { coverageText, VerdictBadge, verdictText } from '#renderer/ui/verdict.tsx'
import { FindingList } from './finding-list.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { ReportMenu } from './report-menu.tsx'
import { WaiversPanel } from './waivers-panel.tsx'

const CHIPS: readonly (readonly [SectionId, string])[] = [
  ['blocked', 'Blocked'],
  ['advised', 'Prefer'],
  ['info', 'Info'],
  ['waived', 'Waived'],
  ['not-run', 'Did not run'],
]

const VerdictLine = (): ReactNode => {
  const summary = useApp((s) => s.review?.summary ?? null)
  const effective = useApp((s) => s.decisions?.effective ?? null)
  const final = useApp((s) => s.reviewFinal)
  const progress = useApp((s) => s.progress)
  if (!summary) {
    return (
      <p className="verdict-line muted" role="status">
        {progress?.phase === 'checking' && progress.total > 0
          ? `Checking, ${progress.done} of ${progress.total} checks`
          : 'The checks have not reported yet.'}
      </p>
    )
  }
  if (final && effective && effective.waived > 0) {
    return (
      <p className="verdict-line">
        <VerdictBadge verdict={effective.verdict}>{effective.text}</VerdictBadge>
      </p>
    )
  }
  return (
    <p className="verdict-line">
      <VerdictBadge verdict={final ? summary.verdict : summary.errors > 0 ? 'blocked' : 'review'}>{verdictText(summary)}</VerdictBadge>
      <span className="muted num"> · {coverageText(summary, final)}</span>
    </p>
  )
}

const Filters = ({ counts }: { counts: Readonly<Record<SectionId, number>> }): ReactNode => {
  const filter = useApp((s) => s.filter)
  const setFilter = useApp((s) => s.setFilter)
  const layers = useApp((s) => s.board?.layers)
  const hasBefore = useApp((s) => (s.decisions?.previous ?? null) !== null)
  const decided = useApp((s) => decidedOf(s.decisions))
  const fixes = decided.fix.size
  const names = [...new Set([...decided.assignees.values(), ...(filter.assignee === null ? [] : [filter.assignee])])].sort()
  const toggle = (id: SectionId): void =>
    setFilter({ hidden: filter.hidden.includes(id) ? filter.hidden.filter((h) => h !== id) : [...filter.hidden, id] })
  return (
    <div className="filters">
      <div className="field">
        <Search size={14} aria-hidden />
        <input
          data-find
          type="search"
          placeholder="Find in findings"
          aria-label="Find in findings"
          value={filter.text}
          onChange={(event) => setFilter({ text: event.target.value })}
        />
      </div>
      <Choice
        hideLabel
        label="Layer"
        value={filter.layer ?? 'all'}
        options={[{ id: 'all', name: 'All layers' }, ...(layers ?? []).map((l) => ({ id: l.id, name: l.name }))]}
        onChange={(layer) => setFilter({ layer: layer === 'all' ? null : layer })}
      />
      <div className="filter-chips" role="group" aria-label="Show">
        {CHIPS.map(([id, name]) => (
          <button key={id} type="button" className="toggle-chip num" aria-pressed={!filter.hidden.includes(id)} onClick={() => toggle(id)}>
            {name} {counts[id]}
          </button>
        ))}
        {hasBefore && (
          <button
            type="button"
            className="toggle-chip"
            aria-pressed={filter.onlyNew}
            onClick={() => setFilter({ onlyNew: !filter.onlyNew })}
          >
            New only
          </button>
        )}
        {(fixes > 0 || filter.onlyFix) && (
          <button
            type="button"
            className="toggle-chip num"
            aria-pressed={filter.onlyFix}
            onClick={() => setFilter({ onlyFix: !filter.onlyFix })}
          >
            To be fixed {fixes}
          </button>
        )}
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="toggle-chip num"
            aria-pressed={filter.assignee === name}
            onClick={() => setFilter({ assignee: filter.assignee === name ? null : name })}
          >
            <UserRound size={11} aria-hidden /> {name}
          </button>
        ))}
      </div>
    </div>
  )
}

const Findings = (): ReactNode => {
  const review = useApp((s) => s.review)
  const filter = useApp((s) => s.filter)
  const closed = useApp((s) => s.closedSections)
  const open = useApp((s) => s.openGroups)
  const decisions = useApp((s) => s.decisions)
  const sections = useMemo(
    () => groupFindings(review?.findings ?? [], review?.outcomes ?? [], filter, decidedOf(decisions)),
    [review, filter, decisions],
  )
  const rows = useMemo(() => findingRows(sections, filter, closed, open), [sections, filter, closed, open])
  const counts = Object.fromEntries(sections.map((s) => [s.id, s.count])) as Record<SectionId, number>
  return (
    <>
      <VerdictLine />
      {review !== null && review.leftOut > 0 && (
        <p className="muted num verdict-line">
          Only the worst of each check are listed; {review.leftOut.toLocaleString('en')} more are counted.
        </p>
      )}
      <Filters counts={counts} />
      <FindingList rows={review ? rows : []} />
    </>
  )
}

const TITLES: Record<SidePanel, string> = { findings: 'Findings', waivers: 'Waivers', notes: 'Notes' }

const PanelButton = ({ panel, count, asks }: { panel: SidePanel; count: string; asks?: boolean }): ReactNode => {
  const shown = useApp((s) => s.sidePanel)
  const show = useApp((s) => s.showPanel)
  return (
    <button type="button" aria-pressed={panel === shown} data-asks={asks || undefined} onClick={() => show(panel)}>
      {TITLES[panel]} <span className="muted num">{count}</span>
    </button>
  )
}

/** The findings, the primary interface of a review, and beside them the waivers and the notes. */
export const FindingsPanel = (): ReactNode => {
  const panel = useApp((s) => s.sidePanel)
  const found = useApp((s) => (s.review ? (s.review.findings.length + s.review.leftOut).toLocaleString('en') : ''))
  const notes = useApp((s) => s.decisions?.notes.filter((n) => !n.resolved).length ?? 0)
  const waivers = useApp((s) => s.decisions?.waivers.length ?? 0)
  const asks = useApp((s) => s.decisions?.waivers.some((w) => w.standing !== 'same' && w.standing !== 'gone') ?? false)
  return (
    <section className="side-panel findings" aria-label={TITLES[panel]}>
      <header className="panel-head">
        <h2 className="panel-switch">
          <PanelButton panel="findings" count={found} />
          <PanelButton panel="waivers" count={waivers ? String(waivers) : ''} asks={asks} />
          <PanelButton panel="notes" count={notes ? String(notes) : ''} />
        </h2>
        <span className="spacer" />
        <ReportMenu />
      </header>
      {panel === 'findings' ? <Findings /> : panel === 'waivers' ? <WaiversPanel /> : <NotesPanel />}
    </section>
  )
}
