import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/**
 * What one chain held at a moment, signed. Kept away from the server, it later shows whether the chain still holds it.
 */
export type Checkpoint = {
  /** The jurisdiction; the nil UUID for records that belong to none. */
  readonly chain: string
  /** The youngest seal then, and its hash in hexadecimal digits. */
  readonly seal: number
  readonly hash: string
  /** How many records were sealed up to it. */
  readonly records: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** Names the key: see `keyIdOf`. */
  readonly key: string
  /** Ed25519 over `checkpointText`, base64url. */
  readonly signature: string
}

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410, 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key that signs, from the 32 bytes that the installation's secret gives for this purpose. */
export const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })

/** The key with which anybody can check, as a PEM text. */
export const publicKeyPem = (key: KeyObject): string =>
  String(publicKeyOf(key).export({ format: 'pem', type: 'spki' }))

/**
 * Reads a public key from a PEM text.
 * @returns undefined when it is none of Ed25519
 */
export const readPublicKey = (pem: string): KeyObject | undefined => {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

/** The first 16 hexadecimal digits of the SHA-256 of the public key: enough to find which of a few keys it was. */
export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(publicKeyOf(key).export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16)

const publicKeyOf = (key: KeyObject): KeyObject => (key.type === 'public' ? key : createPublicKey(key))

type Unsigned = Omit<Checkpoint, 'key' | 'signature'>

/** What is signed: a line for each fact, so that openssl can check it without this program. */
export const checkpointText = ({ chain, seal, hash, records, at }: Unsigned): string =>
  ['causeway audit checkpoint 1', chain, seal, hash, records, at].map((line) => `${line}\n`).join('')

export const signCheckpoint = (facts: Unsigned, key: KeyObject): Checkpoint => ({
  ...facts,
  key: keyIdOf(key),
  signature: sign(null, Buffer.from(checkpointText(facts)), key).toString('base64url'),
})

/** Whether one of these keys signed exactly what the checkpoint says. */
export const isSigned = (checkpoint: Checkpoint, keys: readonly KeyObject[]): boolean =>
  keys.some((key) =>
    verify(
      null,
      Buffer.from(checkpointText(checkpoint)),
      publicKeyOf(key),
      Buffer.from(checkpoint.signature, 'base64url'),
    ),
  )

const line = z.object({
  chain: z.uuid(),
  seal: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  records: z.int().positive(),
  at: z.iso.datetime(),
  key: z.string(),
  signature: z.string(),
})

/** One checkpoint, as a line of a file. */
export const checkpointLine = (checkpoint: Checkpoint): string => `${JSON.stringify(checkpoint)}\n`

/**
 * Reads a file of checkpoints, a line each; empty lines do not count.
 * @returns the checkpoints, or the number of the first line that is none
 */
export const readCheckpoints = (text: string): Checkpoint[] | { unreadableLine: number } => {
  const checkpoints: Checkpoint[] = []
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === '') continue
    const read = line.safeParse(fromJson(written))
    if (!read.success) return { unreadableLine: index + 1 }
    checkpoints.push(read.data)
  }
  return checkpoints
}

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
