import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import type { AppState } from '#renderer/state/app-state.ts'
import { unsureFilesOf } from '#renderer/state/slices/import.slice.ts'
import type { Stage } from '#renderer/state/slices/shell.slice.ts'

interface StageNote {
  readonly text: string
  readonly done: boolean
}

/** @returns why a stage is not done, in a word or two */
export const stageNote = (
  stage: Stage,
  s: Pick<AppState, 'board' | 'files' | 'review' | 'reviewFinal' | 'decisions' | 'approvals' | 'messages'>,
): StageNote => {
  switch (stage) {
    case 'import': {
      const unsure = unsureFilesOf(s.files).length
      if (!s.board) return { text: 'reading', done: false }
      return unsure ? { text: `${unsure} unsure`, done: false } : { text: '', done: true }
    }
    case 'review': {
      if (!s.review) return { text: '', done: false }
      if (!s.reviewFinal) return { text: 'checking', done: false }
      const { errors, warnings } = s.decisions?.effective ?? s.review.summary
      const open = errors + warnings
      return open ? { text: `${open} open`, done: false } : { text: '', done: s.review.summary.verdict === 'clear' }
    }
    case 'approve': {
      const last = s.approvals[0]
      if (!last) return { text: '', done: false }
      if (last.decision === 'rejected') return { text: 'rejected', done: false }
      return last.changed.length ? { text: 'earlier state', done: false } : { text: '', done: true }
    }
    case 'order': {
      const message = s.messages.findLast((m) => m.kind === 'order' && m.board === s.decisions?.board && m.state !== 'cancelled')
      if (!message) return { text: '', done: false }
      if (message.state === 'done') return { text: '', done: true }
      return { text: message.state === 'needs-you' ? 'needs you' : 'queued', done: false }
    }
  }
}

const STAGES: readonly (readonly [Stage, string])[] = [
  ['import', 'Import'],
  ['review', 'Review'],
  ['approve', 'Approve'],
  ['order', 'Order'],
]

const StageTab = ({ stage, title }: { stage: Stage; title: string }): ReactNode => {
  const text = useApp((s) => stageNote(stage, s).text)
  const done = useApp((s) => stageNote(stage, s).done)
  return (
    <Tab id={stage} className="stage">
      {done && <Check size={14} aria-label="done" />}
      <span>{title}</span>
      {text && <span className="stage-note num">{text}</span>}
    </Tab>
  )
}

/** The four stages: tabs, open in any order, each with the reason why it is not done; below, what the open one shows. */
export const Stages = ({ children }: { children: ReactNode }): ReactNode => {
  const stage = useApp((s) => s.stage)
  const goTo = useApp((s) => s.goTo)
  return (
    <main className="stage-main">
      <Tabs className="stage-tabs" selectedKey={stage} onSelectionChange={(key) => goTo(key as Stage)} keyboardActivation="manual">
        <TabList aria-label="Stages" className="stages" data-pane>
          {STAGES.map(([id, title]) => (
            <StageTab key={id} stage={id} title={title} />
          ))}
        </TabList>
        <TabPanel key={stage} id={stage} className="stage-panel">
          {children}
        </TabPanel>
      </Tabs>
    </main>
  )
}
