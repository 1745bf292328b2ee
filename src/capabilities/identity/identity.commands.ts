import { type Command, InvalidArgumentError, Option } from 'commander'
import { ROLES, type Role } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { registerNoticeCommand, registerReleaseCommands } from './account.commands.ts'
import { addMember } from './add-member.ts'
import { disableMember } from './disable-member.ts'
import { findCounty, findOrganization } from './find-organization.ts'
import { API_TOKEN_MAX_DAYS, makeApiToken } from './make-api-token.ts'
import type { SignOnKeys } from './means.ts'
import { ORGANIZATION_KINDS, type OrganizationKind } from './organization.ts'
import { resetMember } from './reset-member.ts'
import { revokeApiToken } from './revoke-api-token.ts'
import { isRole } from './role-words.ts'
import { AS_JSON, sayDone } from './say-done.ts'
import { addCounty, addOrganization } from './set-up-county.ts'
import { registerSignOnCommands } from './sign-on.commands.ts'

/** Opens the database; called only when a command needs it, so that help can be read without one. */
type Context = () => Promise<{ readonly asActor: AsActor; readonly keys: SignOnKeys }>

const OPERATOR = { kind: 'operator' } as const

const REFUSALS: Readonly<Record<string, string>> = {
  'county-exists': 'There is a county of that name already.',
  'time-zone-unknown': 'That is no time zone. Use a name such as America/Chicago.',
  'no-such-county': 'There is no county of that name. Add it first: causeway county add --help',
  'organization-exists': 'That county has an organization of that name already.',
  'no-such-organization':
    'There is no organization of that name. Add it first: causeway organization add --help',
  'organization-ambiguous': 'More than one county has an organization of that name. Say which with --county.',
  'address-taken': 'There is an account with that address already.',
  'no-such-member': 'There is no account with that address.',
  'no-such-token': 'There is no such token, or it was revoked already.',
  'expiry-out-of-range': `A token lasts between 1 and ${API_TOKEN_MAX_DAYS} days.`,
}

/**
 * Adds `county`, `organization`, `member`, `token` and `sign-on`. Exit code 0: done. 1: refused; the reason is on standard error.
 * With `--json` the last line on standard output is what was done, for a script.
 */
export const registerIdentityCommands = (program: Command, context: Context): void => {
  registerCounty(program, context)
  registerOrganization(program, context)
  registerMember(program, context)
  registerToken(program, context)
  registerSignOnCommands(program, context)
}

const say = sayDone(REFUSALS)

/** Runs a verb as the operator and says what came of it. */
const answer =
  <Options extends { json?: boolean }, Done extends object>(
    context: Context,
    verb: (asActor: AsActor, options: Options) => Promise<Done | Refusal>,
    sentence: (done: Done, options: Options) => string,
  ) =>
  async (options: Options): Promise<void> => {
    const done = await verb((await context()).asActor, options)
    say(done, isRefusal(done) ? '' : sentence(done, options), options.json)
  }

const registerCounty = (program: Command, context: Context): void => {
  type Add = { name: string; state: string; timeZone: string; latitude: number; longitude: number } & {
    coordinatorEmail?: string
    json?: boolean
  }
  const county = program
    .command('county')
    .description('Counties, or other areas, whose agencies and partners work together.')
  registerNoticeCommand(county, context)
  county
    .command('add')
    .description('Add a county.')
    .requiredOption('--name <name>', 'such as "Harbor County"')
    .requiredOption('--state <code>', 'two letters', stateCode)
    .requiredOption('--time-zone <name>', 'such as America/Chicago')
    .requiredOption('--latitude <degrees>', 'of the middle of the county', numberWithin(-90, 90))
    .requiredOption('--longitude <degrees>', 'of the middle of the county', numberWithin(-180, 180))
    .option('--coordinator-email <address>', 'who is told that a handoff clock ran out', emailAddress)
    .option(...AS_JSON)
    .action(
      answer(
        context,
        (asActor, { json: _, ...county }: Add) => addCounty(OPERATOR, asActor, county),
        ({ id }, { name }) => `Added ${name} (${id}).`,
      ),
    )
}

const registerOrganization = (program: Command, context: Context): void => {
  type Add = {
    county: string
    name: string
    kind: OrganizationKind
    phone?: string
    intakeEmail?: string
  } & {
    criminalJustice?: boolean
    part2?: boolean
    json?: boolean
  }
  program
    .command('organization')
    .description('Organizations that take part.')
    .command('add')
    .description('Add an organization to a county.')
    .requiredOption('--county <name>', 'the county')
    .requiredOption('--name <name>', 'such as "Pierpoint Police"')
    .addOption(new Option('--kind <kind>', 'what it is').choices(ORGANIZATION_KINDS).makeOptionMandatory())
    .option('--criminal-justice', 'it is part of criminal justice (usual for police and prosecutor)')
    .option('--no-criminal-justice', 'it is not')
    .option('--part2', 'it is a program under 42 CFR Part 2 (usual for providers and case management)')
    .option('--no-part2', 'it is not')
    .option('--phone <number>', 'for its partners')
    .option('--intake-email <address>', 'where referrals are announced', emailAddress)
    .option(...AS_JSON)
    .action(
      answer(
        context,
        async (asActor, { county, criminalJustice, part2, json: _, ...organization }: Add) => {
          const found = await findCounty(OPERATOR, asActor, county)
          if (isRefusal(found)) return found
          return addOrganization(OPERATOR, asActor, {
            ...organization,
            ...found,
            ...(criminalJustice === undefined ? {} : { isCriminalJustice: criminalJustice }),
            ...(part2 === undefined ? {} : { isPart2Program: part2 }),
          })
        },
        ({ id }, { name }) => `Added ${name} (${id}).`,
      ),
    )
}

const registerMember = (program: Command, context: Context): void => {
  const member = program.command('member').description('Accounts of the people who work with Causeway.')
  type Add = { organization: string; county?: string; name: string; title?: string; email: string } & {
    role: Role[]
    json?: boolean
  }
  member
    .command('add')
    .description(
      'Add a member. Prints a first password, once; the first sign-in replaces it and sets codes up.',
    )
    .requiredOption('--organization <name>', 'where they work')
    .option('--county <name>', 'needed where two counties have an organization of that name')
    .requiredOption('--name <name>', 'as colleagues say it: "Officer T. Reyes"')
    .option('--title <words>', 'such as "Night shift"')
    .requiredOption('--email <address>', 'with which they sign in', emailAddress)
    .requiredOption('--role <roles>', `one or more, with commas: ${ROLES.join(', ')}`, roleList)
    .option(...AS_JSON)
    .action(
      answer(
        context,
        async (asActor, { organization, county, role, json: _, ...person }: Add) => {
          const found = await findOrganization(OPERATOR, asActor, { name: organization, county })
          return isRefusal(found) ? found : addMember(OPERATOR, asActor, { ...found, ...person, roles: role })
        },
        ({ firstPassword }, { name }) => `Added ${name}. First password, shown only now: ${firstPassword}`,
      ),
    )

  registerReleaseCommands(member, context)

  type One = { email: string; json?: boolean }
  member
    .command('disable')
    .description('Disable an account and end its sessions at once.')
    .requiredOption('--email <address>', 'of the member', emailAddress)
    .option(...AS_JSON)
    .action(
      answer(
        context,
        (asActor, { email }: One) => disableMember(OPERATOR, asActor, email),
        (_, { email }) => `Disabled ${email}. Every session of it has ended.`,
      ),
    )
  member
    .command('reset')
    .description('Let a member who lost password or phone begin again. Be sure that it is they who ask.')
    .requiredOption('--email <address>', 'of the member', emailAddress)
    .option(...AS_JSON)
    .action(
      answer(
        context,
        (asActor, { email }: One) => resetMember(OPERATOR, asActor, email),
        ({ firstPassword }, { email }) =>
          `Reset ${email}. New first password, shown only now: ${firstPassword}`,
      ),
    )
}

const registerToken = (program: Command, context: Context): void => {
  const token = program.command('token').description('Tokens with which other systems use the API.')
  type Add = {
    organization: string
    county?: string
    name: string
    role: Role[]
    days: number
    json?: boolean
  }
  token
    .command('add')
    .description('Make a token for a system of one organization. Prints it once.')
    .requiredOption('--organization <name>', 'whose system it is')
    .option('--county <name>', 'needed where two counties have an organization of that name')
    .requiredOption('--name <words>', 'what holds it: "Records system"')
    .requiredOption('--role <roles>', `what it may do, with commas: ${ROLES.join(', ')}`, roleList)
    .requiredOption('--days <count>', 'how long it lasts', numberWithin(1, API_TOKEN_MAX_DAYS))
    .option(...AS_JSON)
    .action(
      answer(
        context,
        async (asActor, { organization, county, name, role, days }: Add) => {
          const found = await findOrganization(OPERATOR, asActor, { name: organization, county })
          return isRefusal(found)
            ? found
            : makeApiToken(OPERATOR, asActor, { ...found, name, roles: role, days })
        },
        ({ id, token: secret, expiresAt }) =>
          `Made token ${id}, good until ${expiresAt.toISOString()}. Shown only now: ${secret}`,
      ),
    )
  token
    .command('revoke')
    .description('Revoke a token at once.')
    .requiredOption('--id <id>', 'as printed when it was made', uuid)
    .option(...AS_JSON)
    .action(
      answer(
        context,
        (asActor, { id }: { id: string; json?: boolean }) => revokeApiToken(OPERATOR, asActor, id),
        ({ id }) => `Revoked token ${id}.`,
      ),
    )
}

const wrong = (sentence: string): never => {
  throw new InvalidArgumentError(sentence)
}

const numberWithin =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text)
    return text.trim() !== '' && value >= least && value <= most
      ? value
      : wrong(`Use a number from ${least} to ${most}.`)
  }

const stateCode = (text: string): string =>
  /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : wrong('Use two letters, such as IL.')

const emailAddress = (text: string): string =>
  /^[^\s@]+@[^\s@]+$/.test(text)
    ? text.toLowerCase()
    : wrong('Use an address such as t.reyes@pierpoint.example.')

const uuid = (text: string): string =>
  isId(text) ? text : wrong('Use the id that was printed when it was made.')

const roleList = (text: string): Role[] => {
  const roles = text.split(',').map((word) => word.trim())
  return roles.every(isRole) ? roles : wrong(`Use one or more of: ${ROLES.join(', ')}.`)
}
