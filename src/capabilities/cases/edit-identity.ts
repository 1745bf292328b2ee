import { record } from '#audit'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type IdentityRow, selectIdentityToChange, updateIdentity } from './cases.store.ts'
import { type Clash, type Fields, mergeFields } from './merge-fields.ts'
import { nameSounds } from './name-sounds.ts'

/** What is known of who somebody is, as a form shows it; an empty text is nothing. */
export const identityFields = (row: IdentityRow): Fields => ({
  called: row.called ?? '',
  bornOn: row.bornOn ?? '',
  phone: row.phone ?? '',
  howToReach: row.howToReach ?? '',
  language: row.language ?? '',
  whereabouts: row.whereabouts ?? '',
})

const IDENTITY_FIELDS = ['called', 'bornOn', 'phone', 'howToReach', 'language', 'whereabouts'] as const

/**
 * Saves who somebody is, field by field. What somebody else changed meanwhile stays; a field that both changed to different words
 * is not saved, and comes back with both. The rest is saved all the same.
 *
 * @param was what the form showed when it was opened
 */
export const editIdentity = async (
  tx: Tx,
  caseId: string,
  { was, mine }: { readonly was: Fields; readonly mine: Fields },
): Promise<{ readonly clashes: readonly Clash[]; readonly stored: Fields } | Refusal<'not-known'>> => {
  const row = await selectIdentityToChange(tx, caseId)
  if (!row) return { refused: 'not-known' }
  const stored = identityFields(row)
  const { merged, clashes } = mergeFields(was, mine, stored)
  const changed = IDENTITY_FIELDS.filter((field) => merged[field] !== stored[field])
  if (changed.length > 0) {
    const value = (field: (typeof IDENTITY_FIELDS)[number]) => merged[field] || null
    await updateIdentity(tx, caseId, {
      ...Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, value(field)])),
      sounds: nameSounds(merged.called),
    })
    await record(tx, {
      ...{ action: 'cases.edit-identity', subjectKind: 'case-file', subjectIds: [caseId], outcome: 'done' },
      ...{ dataClasses: ['identity'], detail: { fields: changed.length, clashes: clashes.length } },
    })
  }
  return { clashes, stored: merged }
}
