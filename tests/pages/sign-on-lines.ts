import type { Who } from '../wall/actors.ts'
import { signOnRows } from '../wall/sign-on-rows.ts'
import type { PageLine } from './page-line.ts'

const hasProvider = ({ organization }: Who): boolean =>
  signOnRows.some(
    ({ table, parties }) => table === 'identity_provider' && parties.organization === organization?.id,
  )

/** Passkeys and the organizations' own accounts: each member's own, and an administrator's of their organization. */
export const signOnLines: readonly PageLine[] = [
  { route: 'POST /sign-in/passkey/challenge', lets: 'anybody', answers: 200 },
  { route: 'POST /sign-in/passkey', lets: 'anybody', answers: 422 },
  { route: 'GET /account/passkeys', lets: 'members', answers: 200 },
  { route: 'GET /account/passkeys/new', lets: 'members', answers: 200 },
  { route: 'POST /account/passkeys/challenge', lets: 'members', answers: 200 },
  { route: 'POST /account/passkeys', lets: 'members', answers: 422 },
  { route: 'POST /account/passkeys/remove', lets: 'members', answers: 303 },
  { route: 'GET /sign-on', lets: 'anybody', answers: 200 },
  { route: 'GET /sign-on/with/:provider', lets: 'anybody', of: 'nothing', answers: 404 },
  // Nobody here comes from a provider.
  { route: 'GET /sign-on/callback', lets: 'anybody', answers: 403 },
  // The secrets of this world's providers were sealed by nobody.
  { route: 'POST /account/sign-on/link', lets: 'members', answers: (who) => (hasProvider(who) ? 403 : 404) },
  { route: 'POST /account/sign-on/remove', lets: 'members', answers: 303 },
  { route: 'GET /sign-on/members', lets: ['administrator'], answers: 200 },
  { route: 'POST /sign-on/members', lets: ['administrator'], answers: 422 },
  { route: 'POST /sign-on/members/remove', lets: ['administrator'], answers: 303 },
]
