import { SingleBar } from 'cli-progress'
import { type Command, InvalidArgumentError } from 'commander'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { sealAudit } from './seal-audit.ts'
import { type AuditVerdict, type Broken, countSealsToVerify, verifyAudit } from './verify-audit.ts'

/**
 * Adds `audit verify` and `audit seal`.
 * @param context opens the database; called only when a command needs it, so that help can be read without one
 */
export const registerAuditCommands = (
  program: Command,
  context: () => Promise<{ readonly asActor: AsActor }>,
): void => {
  const audit = program.command('audit').description('Seal and verify the record of who did and saw what.')

  audit
    .command('verify')
    .description('Recompute the audit record from its first seal. Exit code 0: whole. 1: broken.')
    .option('--json', 'print the verdict as a line of JSON')
    .option('--chain <id>', 'verify the chain of one jurisdiction only', chainId)
    .action(async (options: { json?: boolean; chain?: string }) => {
      const { asActor } = await context()
      const verdict = await verifyWithProgress(asActor, options.chain)
      const { heads, ...plain } = verdict
      if (options.json) process.stdout.write(`${JSON.stringify(plain)}\n`)
      else process.stdout.write(`${describeVerdict(verdict).join('\n')}\n`)
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
}

const chainId = (text: string): string => {
  if (!isId(text)) throw new InvalidArgumentError('A chain is named by the id of its jurisdiction.')
  return text.toLowerCase()
}

const verifyWithProgress = async (asActor: AsActor, chain: string | undefined): Promise<AuditVerdict> => {
  const bar = new SingleBar({
    format: 'Verifying {bar} {value} of {total} seals, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
  })
  const only = chain ? { chain } : {}
  bar.start(await countSealsToVerify(asActor, only), 0)
  try {
    return await verifyAudit(asActor, { ...only, onProgress: (seals) => bar.update(seals) })
  } finally {
    bar.stop()
  }
}

/** A verdict in sentences, with each chain's head to keep. */
const describeVerdict = (verdict: AuditVerdict): string[] => {
  if (verdict.broken) return [`The audit record is broken. ${describeBroken(verdict.broken)}`]
  return [
    `The audit record is whole: ${amount(verdict.records, 'record')} in ${amount(verdict.seals, 'seal')}.`,
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
