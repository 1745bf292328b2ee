import type { KeyObject } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { AsActor } from '#platform/database/as-actor.ts'
import {
  type Checkpoint,
  checkpointLine,
  isSigned,
  keyIdOf,
  publicKeyPem,
  readCheckpoints,
  readPublicKey,
  signingKey,
} from './checkpoint.ts'
import { listCheckpoints, makeCheckpoints } from './make-checkpoints.ts'
import { sealAudit } from './seal-audit.ts'

/** What the commands of the audit record stand on. */
export type AuditContext = () => Promise<{
  readonly asActor: AsActor
  readonly keys: { readonly checkpoints: Buffer }
}>

/** Adds `audit checkpoint` and `audit public-key`. */
export const registerCheckpointCommands = (audit: Command, context: AuditContext): void => {
  audit
    .command('checkpoint')
    .description(
      'Seal what waits, sign the head of every chain, and print the checkpoints to be kept elsewhere.',
    )
    .option('--out <file>', 'add them to the end of a file instead')
    .option('--all', 'every checkpoint so far, not only the youngest of each chain')
    .action(async (options: { out?: string; all?: boolean }) => {
      const { asActor, keys } = await context()
      const actor = { kind: 'operator' } as const
      await sealAudit(asActor, actor)
      const key = signingKey(keys.checkpoints)
      const youngest = await makeCheckpoints(asActor, { key, at: new Date(), actor })
      const wanted = options.all ? await asActor(actor, listCheckpoints) : youngest
      const text = wanted.map(checkpointLine).join('')
      if (!options.out) process.stdout.write(text)
      else {
        try {
          appendFileSync(options.out, text)
        } catch (fault) {
          process.stderr.write(`${options.out} cannot be written: ${codeOf(fault)}\n`)
          process.exitCode = 1
          return
        }
        const count = `${wanted.length} checkpoint${wanted.length === 1 ? '' : 's'}`
        process.stdout.write(
          `Added ${count} to ${options.out}. Keep it where this server cannot change it.\n`,
        )
      }
    })

  audit
    .command('public-key')
    .description('Print the key with which anybody can check checkpoints (Ed25519, PEM).')
    .action(async () => {
      const { keys } = await context()
      process.stdout.write(publicKeyPem(signingKey(keys.checkpoints)))
    })
}

/**
 * The checkpoints of a file, once each signature has been found to hold.
 *
 * @param files.publicKey a file with the key of another installation, or of an earlier secret of this one
 * @returns a sentence that says which line cannot be trusted, and why
 */
export const trustedCheckpoints = (
  files: { checkpoints: string; publicKey?: string | undefined },
  own: Buffer,
): readonly Checkpoint[] | { mistake: string } => {
  const pem = files.publicKey ? readText(files.publicKey) : ''
  const text = readText(files.checkpoints)
  if (typeof pem !== 'string') return pem
  if (typeof text !== 'string') return text
  const given = pem ? readPublicKey(pem) : undefined
  if (files.publicKey && !given) return { mistake: `${files.publicKey} holds no Ed25519 public key in PEM.` }
  const keys: KeyObject[] = [...(given ? [given] : []), signingKey(own)]
  const read = readCheckpoints(text)
  if ('unreadableLine' in read)
    return { mistake: `Line ${read.unreadableLine} of ${files.checkpoints} is no checkpoint.` }
  const ids = keys.map(keyIdOf)
  const foreign = read.find(({ key }) => !ids.includes(key))
  if (foreign)
    return {
      mistake: `The checkpoint of ${foreign.at} was signed with the key ${foreign.key}, which is not this installation's. Name it with --public-key.`,
    }
  const forged = read.find((checkpoint) => !isSigned(checkpoint, keys))
  if (forged)
    return { mistake: `The checkpoint of ${forged.at} for chain ${forged.chain} was forged or changed.` }
  return read
}

const readText = (path: string): string | { mistake: string } => {
  try {
    return readFileSync(path, 'utf8')
  } catch (fault) {
    return { mistake: `${path} cannot be read: ${codeOf(fault)}` }
  }
}

const codeOf = (fault: unknown): string => String((fault as NodeJS.ErrnoException).code)
