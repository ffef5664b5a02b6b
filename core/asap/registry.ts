import { z } from 'zod'

/** Names under which the schemas of the ASAP contract appear in its OpenAPI file. */
export const asapNames = z.registry<{ id: string; description: string }>()

/** Names a schema for the OpenAPI file. @returns the same schema */
export const named = <T extends z.ZodType>(id: string, description: string, schema: T): T => {
  asapNames.add(schema, { id, description })
  return schema
}
