/**
 * Addresses of what travels as bytes instead of as calls, the same in both shells; relative to the page.
 * `packages` takes a POST in the form of `upload.ts` and answers like `package.openRecent`; the others are read with GET,
 * the picture is written with PUT (PNG).
 */
export const routes = {
  packages: () => '/data/packages',
  layer: (board: string, layer: string) => `/data/boards/${board}/layers/${encodeURIComponent(layer)}`,
  holes: (board: string) => `/data/boards/${board}/holes`,
  /** A layer of a board in a comparison, `from` the older one as it lies on the newer; the layer `drill` is its holes. */
  comparedLayer: (comparison: string, side: 'from' | 'to', layer: string) =>
    `/data/comparisons/${comparison}/${side}/${encodeURIComponent(layer)}`,
  /** The report of a format that `report.make` made last. */
  report: (board: string, format: string) => `/data/boards/${board}/reports/${format}`,
  /** The page or PDF that `approval.make` made last of a record. */
  record: (approval: string, kind: string) => `/data/approvals/${approval}/${kind}`,
  /** The board with its history as one zip (GET). */
  archive: (board: string) => `/data/boards/${board}/archive`,
  /** Takes a POST of such a zip; answers `{ ok, value: { board, name } }` or a refusal, like `packages`. */
  archives: () => '/data/archives',
  /** Takes a POST of a LibrePCB project (.lppz); `name` is its file name. Answers `{ ok, value: TakenProjectShape }` or a refusal. */
  projects: (name: string) => `/data/projects/${encodeURIComponent(name)}`,
  picture: (board: string) => `/data/boards/${board}/picture`,
}

export const MAX_PICTURE_BYTES = 4 * 1024 * 1024
