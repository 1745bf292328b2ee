import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type LinkToCheck, noteLink, selectLinksToCheck } from './links.store.ts'
import type { LinkAnswer } from './record.ts'

const AT_A_TIME = 20
const AGAIN_AFTER_DAYS = 30
const LONGEST_WAIT_MS = 15_000

/** Addresses of this machine and its own network: a record must not make the server knock there. */
const OWN = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  OWN.addSubnet(net, bits)
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  OWN.addSubnet(net, bits, 'ipv6')

const isOutside = async (host: string): Promise<boolean> => {
  const found = await lookup(host, { all: true }).catch(() => [])
  return (
    found.length > 0 &&
    found.every(({ address }) => !OWN.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
  )
}

/** What an answer's status says of an address. */
export const linkAnswerOf = (status: number): LinkAnswer => {
  if (status >= 300 && status < 400) return 'moved'
  if (status === 404 || status === 410) return 'gone'
  // A page that asks for an account or turns programs away is there.
  return status < 500 ? 'found' : 'no-answer'
}

/** Asks for the head of a page, once, and follows nothing: where it leads is for the reader's browser. */
const ask = async (url: string): Promise<LinkAnswer> => {
  if (!(await isOutside(new URL(url).hostname.replace(/^\[|\]$/g, '')))) return 'no-answer'
  const answer = await fetch(url, {
    method: 'HEAD',
    redirect: 'manual',
    headers: { 'user-agent': 'Causeway library, looking whether a link still answers' },
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  }).catch(() => undefined)
  return answer ? linkAnswerOf(answer.status) : 'no-answer'
}

/**
 * Looks whether some links of the library still answer, each at most once a month.
 *
 * @param askFor how an address is asked
 * @returns how many were looked at
 */
export const checkLinks = async (
  asActor: AsActor,
  now: Date,
  askFor: (url: string) => Promise<LinkAnswer> = ask,
): Promise<number> => {
  const actor = { kind: 'job', name: 'check-library-links' } as const
  const before = new Date(now.getTime() - AGAIN_AFTER_DAYS * 86_400_000)
  const links = await asActor(actor, (tx) => selectLinksToCheck(tx, before, AT_A_TIME))
  const answers = await Promise.all(
    links.map(async ({ id, url }: LinkToCheck) => ({ id, answer: await askFor(url) })),
  )
  for (const { id, answer } of answers) await asActor(actor, (tx) => noteLink(tx, id, answer))
  return links.length
}
