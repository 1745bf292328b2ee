import { hasAttested } from '#agreements'
import { findLiveReleases, type LiveRelease } from '#consent'
import { type Accompaniment, disclose, discloseReleased } from '#disclosures'
import { findMembers, findOrganizations } from '#identity'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Receiver } from './answer-referral.ts'
import type { ReferralView } from './referral.ts'
import { referralView } from './referral-view.ts'
import {
  type ReferralRow,
  type StepRow,
  selectAnswer,
  selectIdentity,
  selectReferral,
  selectSteps,
} from './referrals.store.ts'

/**
 * One referral as its reader may see it, or undefined: for somebody else's, one that does not exist, and one that the
 * place declined alike. What another organization holds is written in the ledger before it is shown.
 */
export const getReferral = (
  asActor: AsActor,
  actor: Receiver,
  id: string,
  channel: 'page' | 'api',
): Promise<ReferralView | undefined> =>
  asActor(actor, async (tx) => {
    const row = await selectReferral(tx, id)
    if (!row) return undefined
    return row.fromOrganizationId === actor.organizationId
      ? seenBySender(tx, row, channel)
      : seenByReceiver(tx, row, channel)
  })

/** That there is a release is itself something that the place holds, so it is in the ledger with or without a step. */
const seenBySender = async (tx: Tx, row: ReferralRow, channel: 'page' | 'api'): Promise<ReferralView> => {
  const [told, facts, attested] = await Promise.all([
    tellReleased(tx, row, channel),
    factsOf(tx, row),
    hasAttested(tx),
  ])
  const release = together(told)
  // What a release signed since then would add is for the next look: this one has it not in the ledger.
  const steps = facts.steps.filter((step) => isTold(step, release?.dataClasses ?? []))
  return view(tx, row, { ...facts, steps, side: 'sender', release, answer: undefined, mustAttest: !attested })
}

const tellReleased = async (tx: Tx, row: ReferralRow, channel: 'page' | 'api'): Promise<Told[]> => {
  const told: Told[] = []
  for (const release of await findLiveReleases(tx, row.personId, row.fromOrganizationId)) {
    if (release.fromOrganizationId !== row.toOrganizationId) continue
    const carried = await discloseReleased(tx, {
      personId: row.personId,
      release,
      purpose: 'what came of a referral',
      channel,
      action: 'referrals.read',
      subjectKind: 'referral',
      subjectIds: [row.id],
    })
    if (carried) told.push({ ...release, carried })
  }
  return told
}

type Told = LiveRelease & { readonly carried: Accompaniment }

/** Several releases by one place: all that they say, until the first of them ends. */
const together = (told: readonly Told[]): ReferralView['release'] => {
  if (told.length === 0) return undefined
  const ends = told.flatMap(({ expiresAt }) => expiresAt?.getTime() ?? [])
  return {
    dataClasses: [...new Set(told.flatMap(({ dataClasses }) => dataClasses))],
    expiresAt: ends.length > 0 ? new Date(Math.min(...ends)) : null,
    carried: told.map(({ carried }) => carried),
  }
}

const isTold = (step: StepRow, classes: readonly string[]): boolean =>
  step.byOrganizationId === null ||
  step.byOrganizationId === step.fromOrganizationId ||
  classes.includes('handoff') ||
  (step.step === 'arrived' && classes.includes('contact-made'))

const seenByReceiver = async (tx: Tx, row: ReferralRow, channel: 'page' | 'api'): Promise<ReferralView> => {
  const disclosed = disclose(tx, {
    shown: [{ ...row, subjectId: row.id }],
    dataClasses: ['own-submission', 'handoff', 'identity'],
    purpose: 'answering a referral',
    channel,
    action: 'referrals.read',
    subjectKind: 'referral',
  })
  const [, facts, answer] = await Promise.all([disclosed, factsOf(tx, row), selectAnswer(tx, row.id)])
  return view(tx, row, { ...facts, side: 'receiver', release: undefined, answer, mustAttest: false })
}

/** What the policies show the reader of a referral, asked at once. */
const factsOf = async (tx: Tx, row: ReferralRow) => {
  const [steps, identity, organizations] = await Promise.all([
    selectSteps(tx, [row.id]),
    selectIdentity(tx, row.id),
    findOrganizations(tx, [row.fromOrganizationId, row.toOrganizationId]),
  ])
  return { steps, identity, organizations }
}

const view = async (
  tx: Tx,
  row: ReferralRow,
  known: Omit<Parameters<typeof referralView>[1], 'members'>,
): Promise<ReferralView> => {
  const authors = [row.fromMemberId, ...known.steps.map(({ byMemberId }) => byMemberId)]
  const members = await findMembers(tx, [...new Set(authors.filter((id) => id !== null))])
  return referralView(row, { ...known, members })
}
