import type { AppStore } from '#renderer/state/store.ts'
import type { Command } from './command.ts'

const chooseExported = (store: AppStore): void => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.zip'
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void store.getState().importBoard(file)
  })
  input.click()
}

const isIdle = (store: AppStore): boolean => store.getState().boardTransfer === null

/** Commands that carry boards out of the application and into it. */
export const libraryCommands: readonly Command[] = [
  {
    id: 'board.export',
    title: 'Export the board with its history…',
    group: 'File',
    keys: [],
    isOn: (store) => isIdle(store) && store.getState().screen === 'board' && store.getState().decisions !== null,
    run: (store) => {
      const { decisions, boardName, exportBoard } = store.getState()
      if (decisions) void exportBoard(decisions.board, boardName)
    },
  },
  { id: 'board.import', title: 'Import an exported board…', group: 'File', keys: [], isOn: isIdle, run: chooseExported },
]
