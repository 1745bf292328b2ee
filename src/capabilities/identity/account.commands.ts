import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { AsActor } from '#platform/database/as-actor.ts'
import { enableAccount, releaseAccount } from './release-account.ts'
import { AS_JSON, sayDone } from './say-done.ts'
import { setUseNotice } from './use-notice.ts'

type Context = () => Promise<{ readonly asActor: AsActor }>

const OPERATOR = { kind: 'operator' } as const

const REFUSALS: Readonly<Record<string, string>> = {
  'no-such-member': 'There is no account with that address.',
  'not-locked': 'That account is not locked.',
  'not-closed': 'That account is open already.',
  'no-such-county': 'There is no county of that name.',
  'notice-empty': 'The file is empty.',
  'notice-too-long': 'A notice has at most 4000 characters: people have to read it.',
  'no-such-file': 'There is no such file, or it cannot be read.',
}

const say = sayDone(REFUSALS)

type One = { email: string; json?: boolean }

/** Adds what the operator does with accounts that stand still: `member release` and `member enable`. */
export const registerReleaseCommands = (member: Command, context: Context): void => {
  member
    .command('release')
    .description('Release an account that five wrong tries have locked. Be sure that it was its member.')
    .requiredOption('--email <address>', 'of the member')
    .option(...AS_JSON)
    .action(async ({ email, json }: One) => {
      const done = await releaseAccount(OPERATOR, (await context()).asActor, email)
      say(done, `Released ${email}.`, json)
    })
  member
    .command('enable')
    .description('Open an account again that was disabled, or closed after 90 days without use.')
    .requiredOption('--email <address>', 'of the member')
    .option(...AS_JSON)
    .action(async ({ email, json }: One) => {
      const done = await enableAccount(OPERATOR, (await context()).asActor, email)
      say(done, `Opened the account of ${email} again.`, json)
    })
}

/** Adds `county notice`: the county's own words before signing in. */
export const registerNoticeCommand = (county: Command, context: Context): void => {
  county
    .command('notice')
    .description("Set a county's own notice before signing in, as its counsel gives it (CJIS AC-8).")
    .requiredOption('--county <name>', 'the county')
    .requiredOption('--file <path>', 'plain text; an empty line begins a paragraph')
    .option(...AS_JSON)
    .action(async ({ county: name, file, json }: { county: string; file: string; json?: boolean }) => {
      const text = readText(file)
      const done =
        text === undefined
          ? { refused: 'no-such-file' }
          : await setUseNotice(OPERATOR, (await context()).asActor, { county: name, text })
      const sentence = `Whoever signs in agrees to this notice from now on, in ${name}.`
      say(done, sentence, json)
    })
}

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
