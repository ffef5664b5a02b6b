/** The file format that LibrePCB 1 reads; servers list older ones with it. */
export const CURRENT_FORMAT = '1'

/** Formats that there are, newest first, by the program that reads them. */
export const FORMATS = [
  { id: '2', name: 'LibrePCB 2' },
  { id: '1', name: 'LibrePCB 1' },
  { id: '0.1', name: 'LibrePCB 0.1' },
] as const

export const NEWEST_FORMAT = FORMATS[0].id
