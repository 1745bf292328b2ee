import { type Command, Option } from 'commander'
import { findOrganization } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { recordSignedAgreement } from './accept-agreement.ts'
import { AGREEMENT_KINDS, OWN_KINDS, type OwnKind, REQUIRED_KINDS, type RequiredKind } from './agreement.ts'
import { requireAgreement } from './require-agreement.ts'

/** Opens the database; called only when a command needs it, so that help can be read without one. */
type Context = () => Promise<{ readonly asActor: AsActor }>

type Options = {
  readonly organization: string
  readonly county?: string
  readonly kind: OwnKind
  readonly signedBy: string
  readonly signedWith?: string
}

const REFUSALS: Readonly<Record<string, string>> = {
  'no-such-county': 'There is no county of that name.',
  'no-such-kind': 'No organization of that county is of that kind. See causeway organization add --help.',
  'no-such-organization':
    'There is no organization of that name. Add it first: causeway organization add --help',
  'organization-ambiguous': 'More than one county has an organization of that name. Say which with --county.',
  'other-side-missing':
    'A service agreement is signed by both sides. Say who signed for yours with --signed-with.',
}

/**
 * Adds `agreement record`: what an organization signed on paper, and `agreement require`: which agreement referrals need.
 * Exit code 0: done, or so already. 1: refused;
 * the reason is on standard error.
 */
export const registerAgreementCommands = (program: Command, context: Context): void => {
  const agreement = program
    .command('agreement')
    .description('What organizations agreed to before anything about a person flows.')
  addRequire(agreement, context)
  agreement
    .command('record')
    .description('Record an agreement that was signed on paper. Where one is in force, nothing is written.')
    .requiredOption('--organization <name>', 'who accepted')
    .option('--county <name>', 'where several counties have an organization of that name')
    .addOption(
      new Option('--kind <kind>', 'golden-rule, or for a Part 2 program qsoa')
        .choices(OWN_KINDS)
        .makeOptionMandatory(),
    )
    .requiredOption('--signed-by <name>', 'who signed for the organization: "R. Doyle, Chief"')
    .option('--signed-with <name>', 'who signed for whoever runs Causeway; a service agreement needs it')
    .action(async (options: Options) => {
      const { asActor } = await context()
      const done = await recordFor(asActor, options)
      if (isRefusal(done)) {
        process.stderr.write(`${REFUSALS[done.refused] ?? done.refused}\n`)
        process.exitCode = 1
      } else
        process.stdout.write(`${AGREEMENT_KINDS[options.kind]} of ${options.organization} is in force.\n`)
    })
}

type RequireOptions = {
  readonly county: string
  readonly kind: RequiredKind
  readonly from: string
  readonly to: string
  readonly noLonger?: boolean
}

const addRequire = (agreement: Command, context: Context): void => {
  agreement
    .command('require')
    .description('Let referrals between two kinds of organization need an agreement between the two.')
    .requiredOption('--county <name>', 'whose rule it is')
    .addOption(
      new Option('--kind <kind>', 'deflection or data-sharing').choices(REQUIRED_KINDS).makeOptionMandatory(),
    )
    .requiredOption('--from <kind>', 'the kind of organization that refers: police')
    .requiredOption('--to <kind>', 'the kind to which: treatment-provider')
    .option('--no-longer', 'they need it no longer')
    .action(async ({ noLonger = false, ...options }: RequireOptions) => {
      const { asActor } = await context()
      const done = await requireAgreement(asActor, options, { noLonger })
      if (isRefusal(done)) {
        process.stderr.write(`${REFUSALS[done.refused] ?? done.refused}\n`)
        process.exitCode = 1
      } else
        process.stdout.write(
          `In ${done.county}, referrals from ${options.from} to ${options.to} ${noLonger ? 'no longer need' : 'need'} a ${AGREEMENT_KINDS[options.kind].toLowerCase()}.\n`,
        )
    })
}

const recordFor = async (asActor: AsActor, options: Options) => {
  const found = await findOrganization({ kind: 'operator' }, asActor, {
    name: options.organization,
    county: options.county,
  })
  if (isRefusal(found)) return found
  return recordSignedAgreement(asActor, options.kind, found, {
    signatory: options.signedBy,
    withSignatory: options.signedWith,
  })
}
