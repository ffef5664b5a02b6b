import { useLayoutEffect } from 'react'
import type { DropTarget } from '#renderer/state/slices/shell.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import { MAX_DROPPED, readDrop } from '#renderer/views/home/read-drop.ts'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Makes the whole window take dropped packages, as soon as it says that it does. */
export const useDrop = (store: AppStore): void => {
  useLayoutEffect(() => {
    const stop = new AbortController()
    // Moving over a child fires leave and enter in pairs: only the outermost pair counts.
    let depth = 0
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void): void =>
      window.addEventListener(
        type,
        (event) => {
          if (!hasFiles(event)) return
          event.preventDefault()
          run(event)
        },
        { signal: stop.signal },
      )
    const target = (event: DragEvent): DropTarget => {
      const { screen, decisions, dialog, shownPlace } = store.getState()
      if (dialog === 'project' || (dialog === 'account' && shownPlace === 'project')) return 'project'
      return screen === 'board' && decisions && event.clientX > window.innerWidth / 2 ? 'revision' : 'new'
    }
    const show = (dragging: DropTarget | false): void => {
      if (store.getState().dragging !== dragging) store.getState().setDragging(dragging)
    }
    on('dragenter', (event) => {
      depth++
      show(target(event))
    })
    on('dragover', (event) => {
      show(target(event))
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    })
    on('dragleave', () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) show(false)
    })
    on('drop', (event) => {
      depth = 0
      show(false)
      if (!event.dataTransfer) return
      const toOrder = target(event) === 'project'
      const revisionOf = target(event) === 'revision' ? store.getState().decisions?.board : undefined
      readDrop(event.dataTransfer).then(
        (files) => {
          if (files.length >= MAX_DROPPED)
            store.getState().notify('error', `More than ${MAX_DROPPED} files: drop one board's folder or zip.`)
          else if (files.length && toOrder) void store.getState().takeProject(files[0]!.file)
          else if (files.length) void store.getState().take(files, revisionOf)
          else store.getState().notify('warning', 'There were no files in what you dropped.')
        },
        (error: Error) => store.getState().notify('error', 'What you dropped could not be read.', error.message),
      )
    })
    return () => stop.abort()
  }, [store])
}
