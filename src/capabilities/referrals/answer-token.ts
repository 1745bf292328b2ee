import type { Id } from '#kernel/ids.ts'
import { readToken, signToken } from '#platform/http/signed-link.ts'

/** What a signed link says. */
export type LinkClaim = { readonly linkId: Id<'answer-link'>; readonly expiresAt: Date }

/** Signs a link by which a place answers a referral, or confirms an arrival. It holds nothing about the person. */
export const signLink = (key: Buffer, { linkId, expiresAt }: LinkClaim): string =>
  signToken(key, 'referral', { id: linkId, expiresAt })

/**
 * Reads a signed link. Whether it has ended or was used is for the database to say, by its own clock.
 * @returns undefined for anything that this installation did not sign
 */
export const readLink = (key: Buffer, token: string): LinkClaim | undefined => {
  const link = readToken(key, 'referral', token)
  return link && { linkId: link.id, expiresAt: link.expiresAt }
}
