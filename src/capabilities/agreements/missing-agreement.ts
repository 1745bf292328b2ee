import { findOrganizations, listColleagues } from '#identity'
import type { Tx } from '#platform/database/as-actor.ts'
import { AGREEMENT_KINDS, type AgreementKind, isAgreementKind } from './agreement.ts'
import { selectMissing } from './agreements.store.ts'
import { isAnswering } from './who-answers.ts'

/** Why a referral with data cannot go somewhere, and the way on. */
export type MissingAgreement = {
  readonly kind: AgreementKind
  readonly title: string
  /** To whom it cannot go. */
  readonly organization: string
  readonly phone: string | null
  /** Who can settle it, by name and title; nobody there can where it is empty. */
  readonly ask: readonly string[]
  /** Where whoever they are makes or signs it: a path of this application. */
  readonly href: string
}

const MOST_ASKED = 3

/**
 * Which agreements a referral from one organization to another lacks (P2-004), and whom to ask for each: the service
 * agreement the program itself, one between the two whoever answers for the sender.
 */
export const listMissingAgreements = async (
  tx: Tx,
  between: { readonly from: string; readonly to: string },
): Promise<readonly MissingAgreement[]> => {
  const kinds = (await selectMissing(tx, between.from, between.to)).filter(isAgreementKind)
  if (kinds.length === 0) return []
  const organizations = await findOrganizations(tx, [between.from, between.to])
  const to = organizations.get(between.to)
  const answering = (await listColleagues(tx, [between.from, between.to])).filter(isAnswering)
  return kinds.map((kind) => {
    const asks = kind === 'qsoa' ? between.to : between.from
    return {
      kind,
      title: AGREEMENT_KINDS[kind],
      organization: to?.name ?? 'The organization',
      phone: to?.phone ?? null,
      ask: answering
        .filter(({ organizationId }) => organizationId === asks)
        .slice(0, MOST_ASKED)
        .map(({ name, title, organizationId }) =>
          [name, title, organizations.get(organizationId)?.name].filter(Boolean).join(', '),
        ),
      href: `/agreements/new?kind=${kind}&with=${between.to}`,
    }
  })
}

/** The same in a sentence, for a form's field and for other systems. */
export const missingWords = ({ organization, title, ask, phone, href }: MissingAgreement): string =>
  `${organization} cannot receive referrals here yet: the “${title}” is missing. ${
    ask.length > 0 ? `Ask ${ask.join(' or ')}: it is made at ${href}.` : `It is made at ${href}.`
  } Until then choose another place, or call them${phone ? `, ${phone}` : ''}; nothing you wrote is lost.`
