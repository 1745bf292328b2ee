import { record } from '#audit'
import { findOrganizations } from '#identity'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { readToken, signToken } from '#platform/http/signed-link.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendOnce } from '#platform/mail/send-once.ts'
import { type CapacityLinkRow, findLink } from './capacity-link.store.ts'
import type { Listing } from './get-service.ts'
import { findService } from './network.store.ts'
import { type CapacityLinkWork, SEND_CAPACITY_LINK } from './network-jobs.ts'

export type Postage = {
  readonly asActor: AsActor
  readonly mailer: Mailer | undefined
  readonly linkKey: Buffer
  /** The address that people use, without a slash at the end. */
  readonly origin: string
}

const PURPOSE = 'capacity'

/** The end of the address of a link by which a place says whether it has room. */
export const capacityToken = (key: Buffer, link: Pick<CapacityLinkRow, 'id' | 'expiresAt'>): string =>
  signToken(key, PURPOSE, link)

/** Which link a token is; undefined for anything that was not signed here for this. */
export const readCapacityToken = (key: Buffer, token: string): string | undefined =>
  readToken(key, PURPOSE, token)?.id

/** Where a place is written to: its own intake, or its organization's. */
export const intakeAddress = async (
  tx: Tx,
  { intakeEmail, organizationId }: Pick<Listing, 'intakeEmail' | 'organizationId'>,
): Promise<string | undefined> => {
  if (intakeEmail) return intakeEmail
  if (organizationId === null) return undefined
  return (await findOrganizations(tx, [organizationId])).get(organizationId)?.intakeEmail ?? undefined
}

/** Mails a place its link, to its own address and nowhere else; nothing when it was taken back by then. */
export const sendCapacityLink = (postage: Postage, work: CapacityLinkWork): Promise<void> =>
  sendOnce(postage.asActor, postage.mailer, SEND_CAPACITY_LINK.name, work.messageId, {
    write: async (tx) => {
      const link = await findLink(tx, work.linkId)
      const place = link && (await findService(tx, link.serviceId))
      const to = place && (await intakeAddress(tx, place))
      if (!link || !to || link.revokedAt || link.hasEnded) return undefined
      const address = `${postage.origin}/capacity/${capacityToken(postage.linkKey, link)}`
      return {
        to,
        subject: 'Do you have room today?',
        text: `Partners near you ask whether ${place.providerName} has room.\n\nOne tap answers, as often as it changes:\n${address}\n\nYou need no account. The link is for your intake desk; please keep it there. It works until ${link.expiresAt.toISOString().slice(0, 10)}, and then brings you a new one.\n`,
      }
    },
    whenSent: (tx) =>
      record(tx, {
        action: 'network.capacity-link-sent',
        outcome: 'done',
        subjectKind: 'capacity-link',
        subjectIds: [work.linkId],
        ...(work.jurisdictionId ? { jurisdictionId: work.jurisdictionId } : {}),
      }),
  })
