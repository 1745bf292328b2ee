import type { Command } from 'commander'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { setMinorsRule } from './minors-rule.ts'

/** Opens the database; called only when a command needs it, so that help can be read without one. */
type Context = () => Promise<{ readonly asActor: AsActor }>

/**
 * Adds `minors allow` and `minors forbid`: whether somebody under 18 may sign in a county. Exit code 0: done. 1: there is
 * no such county, which is said on standard error.
 */
export const registerSigningCommands = (program: Command, context: Context): void => {
  const minors = program.command('minors').description('Who signs for somebody under 18.')
  const set = async (rule: { county: string; law?: string; alone?: boolean }) => {
    const { asActor } = await context()
    const done = await setMinorsRule(asActor, { kind: 'operator' }, rule)
    if (isRefusal(done)) {
      process.stderr.write('There is no county of that name.\n')
      process.exitCode = 1
    } else
      process.stdout.write(
        done.set
          ? `Somebody under 18 can sign in ${rule.county}${rule.alone ? ' alone' : ' with a parent or guardian'}, as the law that you named says.\n`
          : `Nobody under 18 can sign in ${rule.county}.\n`,
      )
  }
  minors
    .command('allow')
    .description('Let somebody under 18 sign a release, as a law of the state says.')
    .requiredOption('--county <name>')
    .requiredOption('--law <words>', 'the law that says who signs and how: "22 MRSA 1502"')
    .option(
      '--alone',
      'it lets them sign alone (42 CFR 2.14(b)); without this a parent or guardian signs too',
    )
    .action(set)
  minors
    .command('forbid')
    .description('Let nobody under 18 sign. So it is from the start.')
    .requiredOption('--county <name>')
    .action(set)
}
