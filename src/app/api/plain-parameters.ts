import type { OpenAPIHono } from '@hono/zod-openapi'

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>

/**
 * Takes “or null” off the numbers in addresses. The generator adds it because a coerced number would take null, which
 * nobody can write into an address.
 */
export const withPlainParameters = (document: Document): Document => {
  for (const { get } of Object.values(document.paths ?? {}))
    for (const parameter of get?.parameters ?? []) {
      const schema = 'schema' in parameter ? parameter.schema : undefined
      if (!schema || !('type' in schema) || !Array.isArray(schema.type)) continue
      const [only, ...others] = schema.type.filter((type) => type !== 'null')
      if (only && others.length === 0) schema.type = only
    }
  return document
}
