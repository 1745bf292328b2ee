import { type HsdsObject, KINDS, type Kind, OBJECTS } from './objects.ts'

const TYPES: Readonly<Record<string, object>> = {
  text: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  uri: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  number: { type: 'number' },
  date: { type: 'date' },
  time: { type: 'time' },
  datetime: { type: 'datetime' },
}

/** From a tie in a table to the table that it names. */
const named = (kind: Kind): { by: string; owner: Kind }[] =>
  KINDS.flatMap((owner) =>
    (OBJECTS[owner] as HsdsObject).lists
      .filter((list) => list.kind === kind && list.by !== 'link_id' && list.by !== 'resource_id')
      .map(({ by }) => ({ by, owner })),
  ).concat((OBJECTS[kind] as HsdsObject).ones.map(({ by, kind: owner }) => ({ by, owner })))

/** The tabular data package (frictionless) that says what is in the zip of tables. */
export const describePackage = (): object => ({
  name: 'causeway-directory',
  title: 'Who helps with substance use, by HSDS 3.1',
  profile: 'tabular-data-package',
  version: '3.1.0',
  resources: KINDS.map((kind) => ({
    name: kind,
    path: `${OBJECTS[kind].file}.csv`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      primaryKey: 'id',
      fields: OBJECTS[kind].attributes.map(({ name, type, required }) => ({
        name,
        ...(typeof type === 'string' ? TYPES[type] : { type: 'string' }),
        constraints: {
          ...(required ? { required } : {}),
          ...(name === 'id' ? { unique: true } : {}),
          ...(typeof type === 'string' ? {} : { enum: type }),
        },
      })),
      foreignKeys: [...new Map(named(kind).map((one) => [one.by, one])).values()].map(({ by, owner }) => ({
        fields: by,
        reference: { resource: owner, fields: 'id' },
      })),
    },
  })),
})
