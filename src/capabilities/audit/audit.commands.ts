import { SingleBar } from 'cli-progress'
import { type Command, InvalidArgumentError } from 'commander'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type AuditContext, registerCheckpointCommands, trustedCheckpoints } from './checkpoint.commands.ts'
import { sealAudit } from './seal-audit.ts'
import {
  type AuditVerdict,
  type Broken,
  countSealsToVerify,
  type VerifyOptions,
  verifyAudit,
} from './verify-audit.ts'

/**
 * Adds `audit verify`, `audit seal`, `audit checkpoint` and `audit public-key`.
 * @param context opens the database; called only when a command needs it, so that help can be read without one
 */
export const registerAuditCommands = (program: Command, context: AuditContext): void => {
  const audit = program.command('audit').description('Seal and verify the record of who did and saw what.')

  audit
    .command('verify')
    .description('Recompute the audit record from its first seal. Exit code 0: whole. 1: broken.')
    .option('--json', 'print the verdict as a line of JSON')
    .option('--chain <id>', 'verify the chain of one jurisdiction only', chainId)
    .option('--checkpoints <file>', 'prove that the chains still hold what these checkpoints say')
    .option('--public-key <file>', 'a key that signed them, if it was not the key of this installation')
    .action(async (options: { json?: boolean; chain?: string; checkpoints?: string; publicKey?: string }) => {
      const { asActor, keys } = await context()
      const { chain, publicKey } = options
      const checkpoints = options.checkpoints
        ? trustedCheckpoints({ checkpoints: options.checkpoints, publicKey }, keys.checkpoints)
        : []
      if ('mistake' in checkpoints) {
        process.stderr.write(`${checkpoints.mistake}\n`)
        process.exitCode = 1
        return
      }
      const verdict = await verifyWithProgress(asActor, { ...(chain ? { chain } : {}), checkpoints })
      const { heads, ...plain } = verdict
      if (options.json) process.stdout.write(`${JSON.stringify(plain)}\n`)
      else process.stdout.write(`${describeVerdict(verdict, checkpoints.length).join('\n')}\n`)
      process.exitCode = verdict.ok ? 0 : 1
    })

  audit
    .command('seal')
    .description('Seal the records that wait, now instead of within the minute.')
    .action(async () => {
      const { asActor } = await context()
      const { records, seals } = await sealAudit(asActor, { kind: 'operator' })
      process.stdout.write(`Sealed ${amount(records, 'record')} in ${amount(seals, 'seal')}.\n`)
    })

  registerCheckpointCommands(audit, context)
}

const chainId = (text: string): string => {
  if (!isId(text)) throw new InvalidArgumentError('A chain is named by the id of its jurisdiction.')
  return text.toLowerCase()
}

const verifyWithProgress = async (asActor: AsActor, options: VerifyOptions): Promise<AuditVerdict> => {
  const bar = new SingleBar({
    format: 'Verifying {bar} {value} of {total} seals, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
  })
  bar.start(await countSealsToVerify(asActor, options), 0)
  try {
    return await verifyAudit(asActor, { ...options, onProgress: (seals) => bar.update(seals) })
  } finally {
    bar.stop()
  }
}

/** A verdict in sentences, with each chain's head to keep. */
const describeVerdict = (verdict: AuditVerdict, checkpoints: number): string[] => {
  if (verdict.broken) return [`The audit record is broken. ${describeBroken(verdict.broken)}`]
  return [
    `The audit record is whole: ${amount(verdict.records, 'record')} in ${amount(verdict.seals, 'seal')}.`,
    ...(checkpoints > 0 ? [`It still holds ${amount(checkpoints, 'checkpoint')} signed before.`] : []),
    ...verdict.heads.map((head) => `Chain ${head.chain}: seal ${head.seal} is ${head.hash}`),
  ]
}

const describeBroken = (broken: Broken): string => {
  const { chain } = broken
  switch (broken.what) {
    case 'missing-seal':
      return `Seal ${broken.seal} of chain ${chain} is missing.`
    case 'changed-seal':
      return `Seal ${broken.seal} of chain ${chain} was changed after it was written.`
    case 'broken-link':
      return `Seal ${broken.seal} of chain ${chain} does not follow the seal before it: one of the two was replaced.`
    case 'other-checkpoint':
      return `Chain ${chain} no longer holds what was signed on ${broken.at} at seal ${broken.seal}: it was written anew, or cut off.`
    case 'unsealed-record':
      return `Record ${broken.record} of ${broken.at} (chain ${chain}) was never sealed.`
    case 'changed-record':
      return `Record ${broken.record} of ${broken.at} (chain ${chain}, seal ${broken.seal}) was changed.`
    case 'missing-record':
      return broken.seal === null
        ? `Record ${broken.record} of ${broken.at} (chain ${chain}) is missing. It was waiting for its seal.`
        : `Record ${broken.record} of ${broken.at} (chain ${chain}, seal ${broken.seal}) is missing.`
  }
}

const amount = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
