/** A field as the contract files of CircuitHub, LibrePCB and Batchivo write it. */
export interface ContractField {
  readonly name: string
  readonly type: string
  readonly required?: boolean
  readonly description?: string
  readonly enum?: readonly string[]
  readonly fields?: readonly ContractField[]
  readonly items?: readonly ContractField[]
  readonly inferred?: boolean
  readonly default?: unknown
  readonly maximum?: number
}

export interface ContractResponse {
  readonly status: number
  readonly contentType: string | null
  readonly fields: readonly ContractField[]
  readonly example?: unknown
  readonly nullable?: boolean
}

export interface ContractEndpoint {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly auth: string
  readonly query: readonly ContractField[]
  readonly body: { readonly contentType: string; readonly fields: readonly ContractField[]; readonly oneOf?: readonly string[] } | null
  readonly responses: readonly ContractResponse[]
  readonly planned: boolean
}

export interface EndpointContract {
  readonly name: string
  readonly baseUrl: string
  readonly endpoints: readonly ContractEndpoint[]
}

/** A row of a table of Authentise's reference. */
export interface ResourceProperty {
  readonly name: string
  readonly type: string
  readonly required?: boolean
  readonly choices?: readonly (string | number)[]
  readonly description?: string | null
}

export interface ResourceOperation {
  readonly kind: 'list' | 'get' | 'create' | 'update' | 'other'
  readonly method: string
  readonly path: string
  readonly note?: string
  readonly available?: boolean
  readonly requestProperties: readonly { readonly name: string; readonly required?: boolean }[]
  readonly responseProperties: readonly { readonly name: string }[]
  readonly responses: readonly { readonly status: number }[]
}

export interface ContractResource {
  readonly path: string
  readonly description: string
  readonly operations: readonly ResourceOperation[]
  readonly properties: readonly ResourceProperty[]
  readonly verbsNamedInText?: readonly string[] | null
}

export interface ResourceContract {
  readonly name: string
  readonly resources: readonly ContractResource[]
}

/** `/order-quote/{uuid}/clone/` to `orderQuoteClone`. */
export const camelName = (words: string): string =>
  words
    .replace(/\{[^}]*\}/g, ' ')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word, k) => (k === 0 ? word[0]!.toLowerCase() : word[0]!.toUpperCase()) + word.slice(1))
    .join('')

/** Places in a path written `{name}`, whatever the contract writes. */
export const placesAsBraces = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** A text as a literal in source. */
export const literal = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\s+/g, ' ')}'`

/** A property name in source, quoted where it has to be. */
export const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name))
