type Part = 'page' | 'command' | 'desktop'
export declare const sourcesHash: (part: Part, root?: string) => string
export declare const isBuilt: (part: Part, root?: string) => boolean
export declare const noteBuilt: (part: Part, hash: string, root?: string) => void
export declare const ensureBuilt: (part: Part, node: string) => boolean
export declare const isNewest: (part: Part, root?: string) => boolean
