import { newId } from '#kernel/ids.ts'
import { farOfficer, HARBOR, healthManager, INLAND, type Member, officer } from './people.ts'
import { type Row, row } from './row.ts'

const record = (visibility: 'public' | 'members' | 'draft', county: string | null): Row => {
  const id = newId()
  return row(
    'library_record',
    {
      ...{ id, jurisdiction_id: county, visibility, source: 'file', source_key: id },
      ...{ title: 'What keeps people in touch', url: 'https://example.org/' },
    },
    { kind: visibility, of: of(county), parties: { county } },
  )
}

const of = (county: string | null): string =>
  county === null ? 'the program' : county === HARBOR ? 'Harbor County' : 'another county'

const list = (visibility: 'public' | 'members', by: Member): Row =>
  row(
    'library_list',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, member_id: by.id },
      ...{ title: 'New case managers', visibility, items: [] },
    },
    {
      kind: visibility,
      of: by.organization.name,
      parties: { county: by.organization.county, member: by.id },
    },
  )

const question = (by: Member): Row =>
  row(
    'library_question',
    {
      ...{ id: newId(), jurisdiction_id: by.organization.county, member_id: by.id },
      question: 'Does it help to leave naloxone behind?',
    },
    { kind: 'asked', of: by.organization.name, parties: { county: by.organization.county, member: by.id } },
  )

/** Records of every visibility, lists, what was asked, and a library that is harvested. */
export const libraryRows: readonly Row[] = [
  record('public', null),
  record('members', null),
  record('public', HARBOR),
  record('members', HARBOR),
  record('draft', HARBOR),
  record('members', INLAND),
  list('public', officer),
  list('members', officer),
  list('members', farOfficer),
  question(officer),
  question(healthManager),
  question(farOfficer),
  row(
    'library_harvest',
    { id: newId(), url: 'https://library.example.org/oai', set_spec: '', rights: 'unknown' },
    { kind: 'harvested', parties: {} },
  ),
]
