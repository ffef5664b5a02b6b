import { useEffect, useLayoutEffect, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ApproveStage } from '#renderer/views/approve/approve-stage.tsx'
import { CapabilitySheet } from '#renderer/views/capability/capability-sheet.tsx'
import { AuditSheet } from '#renderer/views/home/audit-sheet.tsx'
import { PurgeSheet } from '#renderer/views/home/purge-sheet.tsx'
import { SpaceSheet } from '#renderer/views/home/space-sheet.tsx'
import { CompareScreen } from '#renderer/views/compare/compare-screen.tsx'
import { HomeScreen } from '#renderer/views/home/home-screen.tsx'
import { RevisionOffer } from '#renderer/views/import/revision-offer.tsx'
import { ImportStage } from '#renderer/views/import/import-stage.tsx'
import { RefusedPackage } from '#renderer/views/import/refused-package.tsx'
import { AccountSheet } from '#renderer/views/account/account-sheet.tsx'
import { LibrariesSheet } from '#renderer/views/librepcb/libraries-sheet.tsx'
import { ProjectSheet } from '#renderer/views/librepcb/project-sheet.tsx'
import { AccountsSheet } from '#renderer/views/order/accounts-sheet.tsx'
import { KeysSheet } from '#renderer/views/order/keys-sheet.tsx'
import { OrderStage } from '#renderer/views/order/order-stage.tsx'
import { OrdersSheet } from '#renderer/views/order/orders-sheet.tsx'
import { QueueSheet } from '#renderer/views/order/queue-sheet.tsx'
import { PartsSheet } from '#renderer/views/production/parts-sheet.tsx'
import { ProductionSheet } from '#renderer/views/production/production-sheet.tsx'
import { ReviewStage } from '#renderer/views/review/review-stage.tsx'
import { SettingsSheet } from '#renderer/views/settings/settings-sheet.tsx'
import { CommandPalette } from '#renderer/views/shell/command-palette.tsx'
import { DropOverlay } from '#renderer/views/shell/drop-overlay.tsx'
import { KeyboardHelp } from '#renderer/views/shell/keyboard-help.tsx'
import { MessageLog } from '#renderer/views/shell/message-log.tsx'
import { Stages } from '#renderer/views/shell/stage-strip.tsx'
import { StatusBar } from '#renderer/views/shell/status-bar.tsx'
import { TransferBanner } from '#renderer/views/shell/transfer-banner.tsx'
import { TitleBar } from '#renderer/views/shell/title-bar.tsx'
import { Toasts } from '#renderer/views/shell/toasts.tsx'
import { AppProvider, useApp, type AppParts } from './app-context.tsx'
import { CrashGuard } from './crash-guard.tsx'
import { listenToKeys } from './commands/dispatch.ts'
import { useDrop } from './use-drop.ts'
import { useTheme } from './use-theme.ts'

const StageContent = (): ReactNode => {
  const stage = useApp((s) => s.stage)
  const refusal = useApp((s) => (s.board ? null : s.refusal))
  if (refusal) return <RefusedPackage refusal={refusal} />
  switch (stage) {
    case 'import':
      return <ImportStage />
    case 'review':
      return <ReviewStage />
    case 'approve':
      return <ApproveStage />
    case 'order':
      return <OrderStage />
  }
}

const Window = ({ parts }: { parts: AppParts }): ReactNode => {
  const screen = useApp((s) => s.screen)
  const dialog = useApp((s) => s.dialog)
  const theme = useApp((s) => s.settings.theme)
  const board = useApp((s) => (s.screen === 'board' ? s.boardName : ''))
  useTheme(theme)
  useEffect(() => {
    document.title = board ? `${board} – Boardproof` : 'Boardproof'
  }, [board])
  useDrop(parts.store)
  useLayoutEffect(() => listenToKeys(parts.commands, parts.store), [parts])
  return (
    <div className="window">
      <TitleBar />
      <TransferBanner />
      <RevisionOffer />
      {screen === 'home' ? (
        <HomeScreen />
      ) : screen === 'compare' ? (
        <CompareScreen />
      ) : (
        <Stages>
          <StageContent />
        </Stages>
      )}
      <StatusBar />
      {dialog === 'palette' && <CommandPalette />}
      {dialog === 'help' && <KeyboardHelp />}
      {dialog === 'settings' && <SettingsSheet />}
      {dialog === 'log' && <MessageLog />}
      {dialog === 'keys' && <KeysSheet />}
      {dialog === 'production' && <ProductionSheet />}
      {dialog === 'parts' && <PartsSheet />}
      {dialog === 'libraries' && <LibrariesSheet />}
      {dialog === 'project' && <ProjectSheet />}
      {dialog === 'audit' && <AuditSheet />}
      {dialog === 'space' && <SpaceSheet />}
      <PurgeSheet />
      {dialog === 'capabilities' && <CapabilitySheet />}
      {dialog === 'accounts' && <AccountsSheet />}
      {dialog === 'account' && <AccountSheet />}
      {dialog === 'queue' && <QueueSheet />}
      {dialog === 'orders' && <OrdersSheet />}
      <DropOverlay />
      <Toasts />
    </div>
  )
}

/** The whole page. */
export const App = ({ parts }: { parts: AppParts }): ReactNode => (
  <I18nProvider locale="en-GB">
    <AppProvider parts={parts}>
      <CrashGuard>
        <Window parts={parts} />
      </CrashGuard>
    </AppProvider>
  </I18nProvider>
)
