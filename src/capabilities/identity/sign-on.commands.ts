import type { Command } from 'commander'
import type { Actor } from '#kernel/actor.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { addIdentityProvider } from './add-identity-provider.ts'
import { findOrganization } from './find-organization.ts'
import { linkSignOn, unlinkSignOn } from './link-sign-on.ts'
import { listIdentityProviders } from './list-identity-providers.ts'
import type { SignOnKeys } from './means.ts'
import { removeIdentityProvider } from './remove-identity-provider.ts'
import { AS_JSON, sayDone } from './say-done.ts'

type Context = () => Promise<{ readonly asActor: AsActor; readonly keys: SignOnKeys }>

const OPERATOR: Actor = { kind: 'operator' }

const REFUSALS: Readonly<Record<string, string>> = {
  'no-such-county': 'There is no county of that name.',
  'no-such-organization': 'There is no organization of that name.',
  'organization-ambiguous': 'More than one county has an organization of that name. Say which with --county.',
  'no-such-member': 'There is no account with that address.',
  'no-such-provider': 'That organization has no single sign-on. Add it first: causeway sign-on add --help',
  'not-an-issuer': 'The issuer has to be an https address, such as https://login.example.gov/county.',
  'sign-on-exists':
    'That organization has single sign-on already. Remove it first; links to members are kept.',
  'secret-missing': 'Set CAUSEWAY_CLIENT_SECRET to the secret that the provider gave you.',
  'provider-unreachable':
    'Nobody answers at that issuer. Is the address right, and may this machine reach it?',
  'provider-trouble':
    'What answers at that issuer is no OpenID provider: it has no /.well-known/openid-configuration.',
  'provider-declined': 'The provider refused to answer.',
  'wrong-issuer':
    'The provider calls itself by another name. Use the value of "issuer" in its /.well-known/openid-configuration, letter for letter.',
  'wrong-answer': 'What the provider says of itself cannot be used.',
  'subject-missing': 'The subject has to have 1 to 255 characters.',
  'linked-already': 'That account, or that member, is linked already. Unlink it first.',
  'not-linked': 'That member is not linked.',
}

const say = sayDone(REFUSALS)

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

type Where = { organization: string; county?: string; json?: boolean }
const where = (command: Command): Command =>
  command
    .requiredOption('--organization <name>', 'whose members sign in so')
    .option('--county <name>', 'needed where two counties have an organization of that name')
    .option(...AS_JSON)

/** Adds `sign-on`: an organization's own accounts (OpenID Connect). */
export const registerSignOnCommands = (program: Command, context: Context): void => {
  const signOn = program
    .command('sign-on')
    .description("Single sign-on: members sign in with their organization's own accounts (OpenID Connect).")

  type Add = Where & { issuer: string; clientId: string; amr: string[]; acr: string[]; domain: string[] }
  where(signOn.command('add'))
    .description(
      'Set up single sign-on for an organization. The client secret is read from CAUSEWAY_CLIENT_SECRET, because other users of this machine can see what is typed.',
    )
    .requiredOption('--issuer <address>', 'as the provider calls itself, letter for letter')
    .requiredOption('--client-id <id>', 'under which Causeway is registered there')
    .option('--amr <methods>', 'each shows that a second factor was used, with commas: mfa', words, [])
    .option('--acr <levels>', 'the same by level; they are asked for as well', words, [])
    .option('--domain <names>', 'e-mail domains that lead to this organization, with commas', words, [])
    .action(async ({ organization, county, issuer, clientId, amr, acr, domain, json }: Add) => {
      const { asActor, keys } = await context()
      const secret = process.env.CAUSEWAY_CLIENT_SECRET
      const found = await findOrganization(OPERATOR, asActor, { name: organization, county })
      const done = !secret
        ? ({ refused: 'secret-missing' } as const)
        : isRefusal(found)
          ? found
          : await addIdentityProvider(
              OPERATOR,
              { asActor, keys },
              {
                ...found,
                issuer,
                clientId,
                clientSecret: secret,
                secondFactorAmr: amr,
                secondFactorAcr: acr,
                emailDomains: domain,
              },
            )
      const factor =
        amr.length + acr.length > 0
          ? ''
          : ' It names no evidence of a second factor, so everybody shows a code of Causeway as well.'
      say(done, `Members of ${organization} can sign in at ${issuer}.${factor}`, json)
    })

  signOn
    .command('list')
    .description('List the organizations that have single sign-on.')
    .option(...AS_JSON)
    .action(async ({ json }: { json?: boolean }) => {
      const { asActor } = await context()
      const providers = await listIdentityProviders(OPERATOR, asActor)
      const evidence = [...providers].map(({ name, issuer, clientId, secondFactorAmr, secondFactorAcr }) => {
        const named = [...secondFactorAmr, ...secondFactorAcr].join(', ') || 'none, so our own code'
        return `${name}: ${issuer} as ${clientId}; second factor: ${named}`
      })
      say({ providers }, evidence.join('\n') || 'No organization has single sign-on.', false)
      if (json) process.stdout.write(`${JSON.stringify({ providers })}\n`)
    })

  where(signOn.command('remove'))
    .description('End single sign-on for an organization, and every session that was opened by it.')
    .action(async ({ organization, county, json }: Where) => {
      const { asActor } = await context()
      const found = await findOrganization(OPERATOR, asActor, { name: organization, county })
      const done = isRefusal(found) ? found : await removeIdentityProvider(OPERATOR, asActor, found)
      const ended = isRefusal(done) ? 0 : done.sessionsEnded
      say(done, `Removed. ${ended} session${ended === 1 ? '' : 's'} ended. Who is linked is kept.`, json)
    })

  signOn
    .command('link')
    .description("Say which account at their organization's provider is a member's.")
    .requiredOption('--email <address>', 'of the member, here')
    .requiredOption('--subject <name>', 'what the provider calls the account (the claim "sub")')
    .option(...AS_JSON)
    .action(async ({ json, ...who }: { email: string; subject: string; json?: boolean }) =>
      say(await linkSignOn(OPERATOR, (await context()).asActor, who), `Linked ${who.email}.`, json),
    )

  signOn
    .command('unlink')
    .description("Take away which account at their organization's provider is a member's.")
    .requiredOption('--email <address>', 'of the member, here')
    .option(...AS_JSON)
    .action(async ({ json, email }: { email: string; json?: boolean }) =>
      say(await unlinkSignOn(OPERATOR, (await context()).asActor, { email }), `Unlinked ${email}.`, json),
    )
}
