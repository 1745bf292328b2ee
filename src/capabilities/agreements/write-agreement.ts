import { record } from '#audit'
import { getCounty, listOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type Id, isId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import type { AgreementText } from './agreement.ts'
import { deleteDraft, selectDraft, upsertDraft } from './agreement-draft.store.ts'
import { type AskedAgreement, periodOf, readAgreementForm } from './agreement-form.ts'
import { agreementWords, otherSide } from './agreement-words.ts'
import { insertAgreement, selectAgreement, selectParties } from './agreements.store.ts'
import { leaveToSign } from './tell-of-agreement.ts'

/** An organization that can be a party. */
export type PossibleParty = { readonly id: string; readonly name: string; readonly isPart2Program: boolean }

/** Who takes part in the actor's county and could be a party, by name. */
export const listPossibleParties = async (tx: Tx, jurisdictionId: string): Promise<PossibleParty[]> =>
  (await listOrganizations(tx)).filter((one) => one.jurisdictionId === jurisdictionId)

export type WrittenForm = {
  readonly asked: AskedAgreement | undefined
  readonly errors: Readonly<Record<string, string>>
  /** The words that the form makes; undefined while something is wrong with it. */
  readonly words: AgreementText | undefined
}

/** What a form would make: the exact words, or what is wrong with it. */
export const tryForm = async (tx: Tx, actor: MemberActor, fields: FormFields): Promise<WrittenForm> => {
  const [county, parties] = await Promise.all([
    getCounty(tx, actor.jurisdictionId),
    listPossibleParties(tx, actor.jurisdictionId),
  ])
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  const read = readAgreementForm(fields, {
    organizationIds: new Set(names.keys()),
    now: new Date(),
    zone: county.timeZone,
  })
  const { asked } = read
  if (!asked) return { ...read, words: undefined }
  const program = parties.find(({ id }) => id === asked.partyIds[0])
  if (asked.kind === 'qsoa' && program?.isPart2Program !== true)
    return {
      asked: undefined,
      words: undefined,
      errors: { parties: 'Choose a program under 42 CFR Part 2. Nobody else needs this agreement.' },
    }
  const words = agreementWords({
    ...asked,
    ...periodOf(asked),
    parties: asked.partyIds.map((id) => names.get(id) ?? ''),
    county: county.name,
  })
  return { ...read, words }
}

/** The database keeps no more; jsonb puts a space after each colon and comma. */
const LARGEST_DRAFT_BYTES = 16_000

/** Keeps what was written so far, to go on with later. */
export const keepAgreementDraft = (
  asActor: AsActor,
  actor: MemberActor,
  { id, fields }: { id: Id<'agreement'>; fields: FormFields },
): Promise<{ readonly id: string } | Refusal<'too-long'>> =>
  asActor<{ readonly id: string } | Refusal<'too-long'>>(actor, async (tx) => {
    if (Buffer.byteLength(JSON.stringify(fields)) > LARGEST_DRAFT_BYTES)
      return {
        refused: 'too-long',
        fields: { scope: 'This is too long to keep. Write less, and attach the rest.' },
      }
    await upsertDraft(tx, { ...ownersOf(actor), id, savedByMemberId: actor.memberId, fields })
    await record(tx, {
      action: 'agreements.keep-draft',
      subjectKind: 'agreement',
      subjectIds: [id],
      outcome: 'done',
    })
    return { id }
  })

/** A draft of the actor's organization. */
export const findAgreementDraft = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
): Promise<{ readonly id: string; readonly fields: FormFields } | undefined> =>
  asActor(actor, async (tx) => (isId(id) ? selectDraft(tx, id) : undefined))

export const dropAgreementDraft = (asActor: AsActor, actor: MemberActor, id: string): Promise<void> =>
  asActor(actor, async (tx) => {
    await deleteDraft(tx, id)
    await record(tx, {
      action: 'agreements.drop-draft',
      subjectKind: 'agreement',
      subjectIds: [id],
      outcome: 'done',
    })
  })

/**
 * Makes an agreement of what was written and asks its parties to sign it. From here on its words stay; its draft is gone.
 *
 * @param input.id made by the page, so that pressing twice makes one
 */
export const makeAgreement = (
  asActor: AsActor,
  actor: MemberActor,
  { id, fields }: { id: Id<'agreement'>; fields: FormFields },
): Promise<{ readonly id: string } | Refusal<'not-whole'>> =>
  asActor<{ readonly id: string } | Refusal<'not-whole'>>(actor, async (tx) => {
    const { asked, words, errors } = await tryForm(tx, actor, fields)
    if (!asked || !words) return { refused: 'not-whole', fields: errors }
    const supersedesId = (await isTheirs(tx, actor, asked.supersedesId)) ? asked.supersedesId : null
    const isNew = await writeAgreement(
      tx,
      { ...ownersOf(actor), madeByMemberId: actor.memberId },
      { id, asked: { ...asked, supersedesId }, words },
    )
    if (isNew) {
      await deleteDraft(tx, id)
      await record(tx, {
        action: 'agreements.make',
        subjectKind: 'agreement',
        subjectIds: [id],
        outcome: 'done',
        detail: { kind: asked.kind },
      })
      leaveToSign(tx, id)
    }
    return { id }
  })

/** Whether an agreement is there, and the actor's organization is in it: only then can another take its place. */
const isTheirs = async (tx: Tx, { organizationId }: MemberActor, id: string | null): Promise<boolean> => {
  const before = id === null ? undefined : await selectAgreement(tx, id)
  if (!before) return false
  const parties = await selectParties(tx, [before.id])
  return [before, ...parties].some((one) => one.organizationId === organizationId)
}

const ownersOf = ({ jurisdictionId, organizationId }: MemberActor) => ({ jurisdictionId, organizationId })

/** Writes an agreement and its parties. @returns false when one of this id is there already */
export const writeAgreement = async (
  tx: Tx,
  by: { jurisdictionId: string; organizationId: string; madeByMemberId: string | null },
  { id, asked, words }: { id: string; asked: AskedAgreement; words: AgreementText },
): Promise<boolean> => {
  const { kind, terms, withSignatory, startsAt, expiresAt, supersedesId, partyIds } = asked
  const { name } = await getCounty(tx, by.jurisdictionId)
  const isBetween = kind === 'deflection' || kind === 'data-sharing'
  return insertAgreement(
    tx,
    {
      ...by,
      ...{ id, kind, withSignatory, startsAt, expiresAt, supersedesId },
      ...{ text: words.text, textVersion: words.version, textSha256: words.sha256 },
      withParty: otherSide(kind, name),
      scope: isBetween ? terms.scope : null,
      custody: kind === 'deflection' ? terms.custody : null,
      responseMinutes: kind === 'deflection' ? terms.responseMinutes : null,
      mayFlow: isBetween ? terms.mayFlow : null,
      neverFlows: isBetween ? terms.neverFlows : null,
    },
    partyIds,
  )
}
