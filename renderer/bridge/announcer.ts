/** Tells a person who looks elsewhere what happened, by the system's own notifications. */
export interface Announcer {
  /** Asks for leave when the system wants to be asked. @returns whether it may announce */
  ask(): Promise<boolean>
  /**
   * Shows a notification unless the window has the focus.
   * @param topic a newer one of the same topic takes the older one's place
   * @param onChosen called when the person clicks it; the window comes to the front by itself
   */
  announce(topic: string, title: string, body: string, onChosen?: () => void): void
}

/** Where the system has no notifications. */
export const noAnnouncer: Announcer = { ask: async () => false, announce: () => {} }

/** @returns the announcer of this window */
export const systemAnnouncer = (): Announcer => {
  if (!('Notification' in window)) return noAnnouncer
  return {
    ask: async () => (await Notification.requestPermission()) === 'granted',
    announce(topic, title, body, onChosen) {
      if (Notification.permission !== 'granted' || (!document.hidden && document.hasFocus())) return
      const shown = new Notification(title, { body, tag: topic })
      shown.addEventListener('click', () => {
        window.focus()
        shown.close()
        onChosen?.()
      })
    },
  }
}
