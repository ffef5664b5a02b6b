type Environment = Readonly<Record<string, string | undefined>>
export declare const installedElectron: (folder?: string) => string | null
export declare const noDesktop: (platform: NodeJS.Platform, env: Environment, uid: number | undefined) => string | null
export declare const findElectron: (node: string, env?: Environment) => Promise<{ file: string | null; why: string }>
