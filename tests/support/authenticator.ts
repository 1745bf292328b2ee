import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

/** How an authenticator behaves; well unless said. */
export type Behaviour = {
  readonly origin?: string
  readonly rpId?: string
  /** How often it says that it was used. */
  readonly counter?: number
  /** Whether it was unlocked by PIN, finger or face. */
  readonly isUnlocked?: boolean
  readonly userHandle?: string
}

/** A security key in software, written from WebAuthn and not from the library that checks it (ES256, no attestation). */
export const authenticator = (at: { origin: string; rpId: string }) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )

  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  const authenticatorData = (
    flags: number,
    { rpId = at.rpId, counter = 0, isUnlocked = true }: Behaviour,
  ) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([flags | USER_PRESENT | (isUnlocked ? USER_VERIFIED : 0)]),
      count,
    ])
  }

  const common = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  }

  return {
    id: common.id,
    /** What a browser sends of a new key, as JSON. */
    make: (challenge: string, behaviour: Behaviour = {}): string => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        authenticatorData(HAS_CREDENTIAL, behaviour),
        Buffer.alloc(16),
        length,
        id,
        coseKey,
      ])
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]),
      )
      const said = clientData('webauthn.create', challenge, behaviour.origin ?? at.origin)
      return JSON.stringify({
        ...common,
        response: {
          clientDataJSON: said.toString('base64url'),
          attestationObject: Buffer.from(attestation).toString('base64url'),
          transports: ['usb'],
        },
      })
    },
    /** What a browser sends of a key that is shown, as JSON. */
    show: (challenge: string, behaviour: Behaviour = {}): string => {
      const said = clientData('webauthn.get', challenge, behaviour.origin ?? at.origin)
      const data = authenticatorData(0, behaviour)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(said)]))
        .sign(privateKey)
      const { userHandle } = behaviour
      return JSON.stringify({
        ...common,
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(userHandle === undefined ? {} : { userHandle }),
        },
      })
    },
  }
}
