/** Moves the focus to the next part of the window (elements marked `data-pane`), round the end. */
export const movePane = (by: 1 | -1): void => {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at < 0 && by < 0 ? panes.length - 1 : at + by + panes.length) % panes.length]!
  const target = next.matches('[tabindex]') ? next : next.querySelector<HTMLElement>('[tabindex="0"], button, input, a[href]')
  target?.focus()
}
