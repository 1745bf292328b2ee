import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signed link says: which row it stands for, and how often it was sent; only the last one counts. */
export type AccountClaim = { readonly id: string; readonly round: number }

/** What a link is for. A link for one is none for another. */
type Purpose = 'invitation' | 'account'

const ID_BYTES = 16
const ROUND_BYTES = 2
const MAC_BYTES = 16

/**
 * Signs a link with HMAC-SHA256 cut to 128 bits (RFC 2104 section 5). It names nobody, and cannot be made or altered
 * without the key. When it ends is for the database to say.
 */
export const signAccountLink = (key: Buffer, purpose: Purpose, { id, round }: AccountClaim): string => {
  const body = Buffer.alloc(ID_BYTES + ROUND_BYTES)
  Buffer.from(id.replaceAll('-', ''), 'hex').copy(body)
  body.writeUInt16BE(round, ID_BYTES)
  return Buffer.concat([body, mac(key, purpose, body)]).toString('base64url')
}

/** @returns undefined for anything that this installation did not sign for this purpose */
export const readAccountLink = (key: Buffer, purpose: Purpose, token: string): AccountClaim | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, ID_BYTES + ROUND_BYTES)
  const given = bytes.subarray(ID_BYTES + ROUND_BYTES)
  // Base64url has several spellings of the same bytes; only ours counts.
  if (given.length !== MAC_BYTES || bytes.toString('base64url') !== token) return undefined
  if (!timingSafeEqual(given, mac(key, purpose, body))) return undefined
  const id = body.toString('hex', 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { id, round: body.readUInt16BE(ID_BYTES) }
}

const mac = (key: Buffer, purpose: Purpose, body: Buffer): Buffer =>
  createHmac('sha256', key).update(`${purpose} link `).update(body).digest().subarray(0, MAC_BYTES)
