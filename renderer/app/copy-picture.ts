import type { AppStore } from '#renderer/state/store.ts'

/** Puts what the board view shows, with its markers, on the clipboard as a picture. */
export const copyPicture = async (store: AppStore): Promise<void> => {
  const { viewer, notify } = store.getState()
  if (!viewer) return
  try {
    // The browser waits for the picture itself: the key that was pressed still counts as asking for it.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': viewer.snapshot() })])
    notify('success', 'A picture of the view is on the clipboard.')
  } catch (error) {
    notify('error', 'The picture could not be copied: the clipboard is not available.', String(error))
  }
}
