import { createHash } from 'node:crypto'
import type { namedRelease } from '#consent'
import { newId } from '#kernel/ids.ts'
import { insertOf } from './attempt.ts'
import type { CareCounty } from './care-county.ts'

type Changes = Readonly<Record<string, unknown>>

/** What the desk is given to have somebody sign that the provider may tell the police something. */
export const namedSigning = (
  care: CareCounty,
  personId: string,
  changes: Partial<Parameters<typeof namedRelease>[0]> = {},
): Parameters<typeof namedRelease>[0] => ({
  id: newId(),
  personId,
  recipient: { id: care.county.police, name: 'Pierpoint Police' },
  discloser: { name: 'Harbor Recovery' },
  input: {
    personName: 'Sam Rivers',
    dataClasses: ['handoff', 'contact-made'],
    purpose: 'So that the officer knows I am safe',
    days: 30,
    signature: 'S. Rivers',
  },
  at: new Date('2026-11-24T08:00:00Z'),
  zone: 'America/New_York',
  ...changes,
})

/** Rows of a release by the provider to the police about a person, as a statement could try to write them. */
export const releaseRowsOf = (care: CareCounty, personId: () => string) => {
  const releaseRow = (changes: Changes = {}): Record<string, unknown> => ({
    id: newId(),
    jurisdiction_id: care.county.id,
    person_id: personId(),
    from_organization_id: care.county.provider,
    kind: 'named-recipient',
    person_name: 'Sam Rivers',
    purpose: 'So that the officer knows I am safe',
    how_to_revoke: 'Tell us.',
    form_text: 'The words.',
    form_version: '1',
    form_sha256: createHash('sha256').update('The words.').digest('hex'),
    form_language: 'en',
    discloser_name: 'Harbor Recovery',
    is_adult: true,
    signature_how: 'typed',
    signature: 'Sam Rivers',
    signed_at: new Date(),
    obtained_by_member_id: care.desk.memberId,
    ...changes,
  })
  const lineRow = (releaseId: string, changes: Changes = {}): Record<string, unknown> => ({
    id: newId(),
    release_id: releaseId,
    jurisdiction_id: care.county.id,
    person_id: personId(),
    from_organization_id: care.county.provider,
    recipient_organization_id: care.county.police,
    data_classes: ['handoff'],
    expires_at: new Date(Date.now() + 86_400_000),
    participant_interest: 'They will not look for me',
    ...changes,
  })
  /** A release that was written and not signed, in the database's own hand. */
  const drafted = async (): Promise<string> => {
    const draft = releaseRow()
    await care.base.admin.query(...insertOf('release', draft))
    return draft.id as string
  }
  return { releaseRow, lineRow, drafted }
}
