import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Schema = {
  properties: Record<string, object>
  required?: string[]
  tabular_required?: string[]
  path?: string
}

/** The standard's own schemas, each of which forbids what it does not name. */
export type Schemas = {
  /** What is wrong with an object of a kind; nothing where it is right. */
  readonly wrongWith: (kind: string, value: unknown) => string[]
  /** The same for a row of its table: only what is no object or list, and what a table needs. */
  readonly wrongWithRow: (kind: string, row: Record<string, string>) => string[]
  /** From the name of a table's file to its kind. */
  readonly tables: ReadonlyMap<string, string>
}

/** Whole answers nest what the plain schemas name by id alone; the compiled schemas that the standard publishes say so. */
const NESTED: Readonly<Record<string, Record<string, object>>> = {
  service_at_location: { service: { $ref: 'service.json' } },
  organization: { services: { type: 'array', items: { $ref: 'service.json' } } },
}

/** @param folder in which the standard's `schema/` lies */
export const readSchemas = (folder: string): Schemas => {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const schemas = new Map<string, Schema>()
  for (const name of readdirSync(join(folder, 'schema'))) {
    if (!name.endsWith('.json') || name === 'openapi.json') continue
    const kind = name.replace('.json', '')
    const schema: Schema = JSON.parse(readFileSync(join(folder, 'schema', name), 'utf8'))
    schemas.set(kind, schema)
    const properties = { ...schema.properties, ...NESTED[kind] }
    // Each property is named by what it is called, which a validator takes for something else.
    ajv.addSchema({
      ...schema,
      $id: name,
      $schema: undefined,
      name: undefined,
      properties,
      additionalProperties: false,
    } as object)
    ajv.addSchema({
      $id: `row-${name}`,
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(schema.properties).filter(
          ([, { type }]: [string, { type?: string }]) => type && type !== 'array' && type !== 'object',
        ),
      ),
      required: [...(schema.required ?? []), ...(schema.tabular_required ?? [])].filter(
        (property) => (schema.properties[property] as { type?: string } | undefined)?.type,
      ),
      additionalProperties: false,
    })
  }
  const said = (validate: ValidateFunction, value: unknown): string[] =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        )
  const by = (id: string): ValidateFunction => {
    const validate = ajv.getSchema(id)
    if (!validate) throw new Error(`${folder} has no schema ${id}.`)
    return validate as ValidateFunction
  }
  return {
    wrongWith: (kind, value) => said(by(`${kind}.json`), value),
    wrongWithRow: (kind, row) => {
      const properties = schemas.get(kind)?.properties ?? {}
      const typed = Object.entries(row)
        .filter(([, text]) => text !== '')
        .map(([name, text]) => [
          name,
          (properties[name] as { type?: string } | undefined)?.type === 'number' ? Number(text) : text,
        ])
      return said(by(`row-${kind}.json`), Object.fromEntries(typed))
    },
    tables: new Map([...schemas].map(([kind, { path }]) => [path ?? `${kind}.csv`, kind])),
  }
}
