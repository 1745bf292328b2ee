import type { Context, MiddlewareHandler } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { NoOfficePage } from './no-office.page.tsx'

const officer = requireMember('privacy-officer')

/**
 * Lets the county's privacy officers through. Police and courts keep no privacy office here, whatever the role of the
 * member: the database would show them nothing, and a page without anything would say that nothing waits.
 */
export const requireOffice: MiddlewareHandler<MemberEnv> = (c, next) =>
  officer(c, async () => {
    const context = c as unknown as Context<Env & MemberEnv>
    if (context.get('signedIn').isCriminalJustice)
      context.res = await context.html(NoOfficePage({ frame: context.get('frame') }), 403)
    else await next()
  })
