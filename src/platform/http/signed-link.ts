import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signed link says: which it is, and when it ends. */
export type SignedLink = { readonly id: string; readonly expiresAt: Date }

const ID_BYTES = 16
const TIME_BYTES = 4
const MAC_BYTES = 16

/**
 * Signs a link: its id and when it ends, with HMAC-SHA256 cut to 128 bits (RFC 2104 section 5). The token holds nothing
 * about anybody, and cannot be made or altered without the key.
 *
 * @param purpose what the link is for: one that was signed for something else is not read
 * @param link.expiresAt counts in whole seconds
 */
export const signToken = (key: Buffer, purpose: string, { id, expiresAt }: SignedLink): string => {
  const body = Buffer.alloc(ID_BYTES + TIME_BYTES)
  Buffer.from(id.replaceAll('-', ''), 'hex').copy(body)
  body.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), ID_BYTES)
  return Buffer.concat([body, mac(key, purpose, body)]).toString('base64url')
}

/**
 * Reads a signed link. Whether it has ended or was used is for the database to say, by its own clock.
 * @returns undefined for anything that this installation did not sign for this purpose
 */
export const readToken = (key: Buffer, purpose: string, token: string): SignedLink | undefined => {
  if (!/^[\w-]{48}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, ID_BYTES + TIME_BYTES)
  const given = bytes.subarray(ID_BYTES + TIME_BYTES)
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, mac(key, purpose, body))) return undefined
  const hex = body.toString('hex', 0, ID_BYTES)
  return {
    id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    expiresAt: new Date(body.readUInt32BE(ID_BYTES) * 1000),
  }
}

const mac = (key: Buffer, purpose: string, body: Buffer): Buffer =>
  createHmac('sha256', key).update(`${purpose} link `).update(body).digest().subarray(0, MAC_BYTES)
