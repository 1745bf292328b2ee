import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '#kernel/ids.ts'

/** What a signed link says. */
export type LinkClaim = { readonly linkId: Id<'answer-link'>; readonly expiresAt: Date }

const ID_BYTES = 16
const TIME_BYTES = 4
const MAC_BYTES = 16

/**
 * Signs a link: its id and when it ends, with HMAC-SHA256 cut to 128 bits (RFC 2104 section 5). The token holds nothing
 * about the person, and cannot be made or altered without the key.
 *
 * @param claim.expiresAt counts in whole seconds
 */
export const signLink = (key: Buffer, { linkId, expiresAt }: LinkClaim): string => {
  const body = Buffer.alloc(ID_BYTES + TIME_BYTES)
  Buffer.from(linkId.replaceAll('-', ''), 'hex').copy(body)
  body.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), ID_BYTES)
  return Buffer.concat([body, mac(key, body)]).toString('base64url')
}

/**
 * Reads a signed link. Whether it has ended or was used is for the database to say, by its own clock.
 * @returns undefined for anything that this installation did not sign
 */
export const readLink = (key: Buffer, token: string): LinkClaim | undefined => {
  if (!/^[\w-]{48}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, ID_BYTES + TIME_BYTES)
  const given = bytes.subarray(ID_BYTES + TIME_BYTES)
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, mac(key, body))) return undefined
  const hex = body.toString('hex', 0, ID_BYTES)
  return {
    linkId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    expiresAt: new Date(body.readUInt32BE(ID_BYTES) * 1000),
  }
}

const mac = (key: Buffer, body: Buffer): Buffer =>
  createHmac('sha256', key).update('referral link ').update(body).digest().subarray(0, MAC_BYTES)
