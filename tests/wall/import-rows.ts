import { newId } from '#kernel/ids.ts'
import { imported } from './network-rows.ts'
import { healthManager, members } from './people.ts'
import { type Row, row } from './row.ts'

type By = (typeof members)[number] | undefined

/** Of another county. */
const farManager: By = members.find(
  ({ organization, roles }) =>
    organization.county !== healthManager.organization.county &&
    roles.some((role) => role === 'manager' || role === 'administrator'),
)

const importRowsOf = (by: By, state: string, id: string): readonly Row[] => {
  const kind = by ? `of a manager, ${state}` : `of the operator, ${state}`
  const of = by?.organization.name ?? 'the operator'
  const parties = {
    member: by?.id ?? null,
    organization: by?.organization.id ?? null,
    county: by?.organization.county ?? null,
  }
  const facts = { kind, of, parties }
  return [
    row(
      'directory_import',
      {
        ...{ id, kind: 'csv', file_name: 'places.csv', bytes: 1, state },
        ...{
          by_member: parties.member,
          organization_id: parties.organization,
          jurisdiction_id: parties.county,
        },
      },
      facts,
    ),
    row('import_part', { import_id: id, number: 0, bytes: Buffer.from('a') }, facts),
    row(
      'import_finding',
      { import_id: id, number: 0, row: 2, kind: 'skipped', place: 'Somewhere', says: 'It has no name.' },
      facts,
    ),
    row(
      'import_alike',
      {
        ...{ import_id: id, row: 2, key: 'somewhere', place: 'Somewhere', address: 'Harbor', choice: 'both' },
        ...{ service_id: newId(), reasons: ['name'] },
      },
      facts,
    ),
    ...(id === imported ? (['changed', null] as const) : []).map((because) =>
      row(
        'import_row',
        { import_id: id, part: 'service', id: newId(), kept_because: because },
        { ...facts, kind: because ? 'left by an undo' : 'can be taken back' },
      ),
    ),
  ]
}

/** Imports of a county's managers, of another county's, and of the operator. */
export const importRows: readonly Row[] = [
  ...importRowsOf(healthManager, 'columns', newId()),
  ...importRowsOf(healthManager, 'done', imported),
  ...importRowsOf(farManager, 'checked', newId()),
  ...importRowsOf(undefined, 'refused', newId()),
  ...[healthManager, farManager].flatMap((by) =>
    by
      ? [
          row(
            'import_mapping',
            {
              ...{ id: newId(), jurisdiction_id: by.organization.county, name: 'Resource list' },
              ...{ columns: { Town: 'city' }, by_member: by.id },
            },
            {
              kind: 'mapping',
              of: by.organization.name,
              parties: { member: by.id, county: by.organization.county },
            },
          ),
        ]
      : [],
  ),
]
