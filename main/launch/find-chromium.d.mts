type Environment = Readonly<Record<string, string | undefined>>
export declare const findChromium: (platform?: NodeJS.Platform, env?: Environment) => string | null
export declare const howToInstall: (platform?: NodeJS.Platform) => string
export declare const ensureChromium: () => string | null
