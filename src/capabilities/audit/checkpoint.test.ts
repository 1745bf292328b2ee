import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  checkpointLine,
  checkpointText,
  isSigned,
  keyIdOf,
  publicKeyPem,
  readCheckpoints,
  readPublicKey,
  signCheckpoint,
  signingKey,
} from './checkpoint.ts'

const key = signingKey(Buffer.alloc(32, 7))
const other = signingKey(Buffer.alloc(32, 8))
const facts = {
  chain: '019ab000-0000-7000-8000-000000000002',
  seal: 12,
  hash: 'ab'.repeat(32),
  records: 11_204,
  at: '2026-11-24T08:07:00.000Z',
}
const checkpoint = signCheckpoint(facts, key)

describe('a checkpoint', () => {
  test('is a text of six lines that anybody can check with the public key alone', () => {
    expect(checkpointText(facts)).toBe(
      `causeway audit checkpoint 1\n${facts.chain}\n12\n${facts.hash}\n11204\n2026-11-24T08:07:00.000Z\n`,
    )
    const pem = publicKeyPem(key)
    expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
    const signature = Buffer.from(checkpoint.signature, 'base64url')
    expect(verify(null, Buffer.from(checkpointText(facts)), createPublicKey(pem), signature)).toBe(true)
  })

  test('is the same for the same key, and names the key', () => {
    expect(signCheckpoint(facts, key)).toEqual(checkpoint)
    expect(checkpoint.key).toBe(keyIdOf(key))
    expect(keyIdOf(createPublicKey(publicKeyPem(key)))).toBe(keyIdOf(key))
    expect(keyIdOf(other)).not.toBe(keyIdOf(key))
  })

  test('is not signed by another key', () => {
    expect(isSigned(checkpoint, [key])).toBe(true)
    expect(isSigned(checkpoint, [other])).toBe(false)
    expect(isSigned(checkpoint, [other, key])).toBe(true)
  })

  test.each([
    ['chain', '019ab000-0000-7000-8000-000000000003'],
    ['seal', 13],
    ['hash', 'ac'.repeat(32)],
    ['records', 11_203],
    ['at', '2026-11-24T08:07:00.001Z'],
    ['signature', checkpoint.signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
  ])('no longer holds when its %s was changed', (fact, value) => {
    expect(isSigned({ ...checkpoint, [fact]: value }, [key])).toBe(false)
  })
})

describe('a file of checkpoints', () => {
  test('is read as it was written, and empty lines do not count', () => {
    const second = signCheckpoint({ ...facts, seal: 13 }, key)
    const text = `${checkpointLine(checkpoint)}\n${checkpointLine(second).replace('\n', '\r\n')}`
    expect(readCheckpoints(text)).toEqual([checkpoint, second])
    expect(readCheckpoints('')).toEqual([])
  })

  test.each(['{', '{"chain": 1}', 'seal 3', JSON.stringify({ ...checkpoint, hash: 'x' })])(
    'names the line that is none: %s',
    (line) => {
      expect(readCheckpoints(`${checkpointLine(checkpoint)}${line}\n`)).toEqual({ unreadableLine: 2 })
    },
  )
})

test('a public key is read from a PEM text, and nothing else is', () => {
  const read = readPublicKey(publicKeyPem(key))
  expect(read && isSigned(checkpoint, [read])).toBe(true)
  expect(readPublicKey('nothing of the kind')).toBeUndefined()
})
