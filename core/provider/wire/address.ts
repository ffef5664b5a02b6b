/** The part of an address that says where a request goes: scheme, host and port, in lower case. */
export const originOf = (address: string): string | null => /^https?:\/\/[^/?#\s@\\]+(?=[/?#]|$)/i.exec(address)?.[0].toLowerCase() ?? null

const isLoopback = (origin: string): boolean => /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(origin)

/** @returns the base without a slash at its end */
export const baseOf = (address: string): string => address.trim().replace(/\/+$/, '')

/** @returns a link from an answer as an absolute address: links may be absolute or start at the server's root; null for anything else */
export const resolveLink = (base: string, link: string): string | null => {
  if (originOf(link) !== null) return link
  const origin = originOf(base)
  return origin !== null && link.startsWith('/') && !link.startsWith('//') ? `${origin}${link}` : null
}

/** @returns whether a secret may go there: the same server, by https unless it is this computer */
export const isSameServer = (base: string, address: string): boolean => {
  const origin = originOf(address)
  return origin !== null && origin === originOf(base)
}

/** @returns whether the address may be used at all: https, or http on this computer */
export const isSecure = (address: string): boolean => {
  const origin = originOf(address)
  return origin !== null && (origin.startsWith('https://') || isLoopback(origin))
}

type QueryValue = string | number | boolean | null | undefined

/** @returns `?a=1&b=2`, empty when there is nothing to ask; null and undefined are left out */
export const queryOf = (query: Readonly<Record<string, QueryValue>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** Puts values into `{name}` places, encoded. A place without value is a bug. */
export const fillPath = (path: string, params: Readonly<Record<string, string | number>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(String(value))
  })
