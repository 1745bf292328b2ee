import { addMember } from '#identity'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

/** Asks the application as a browser would, without a network between. */
type Ask = (path: string, init: RequestInit) => Promise<Response>

const LOCKED = {
  id: demoId(3, 14),
  organizationId: ORGANIZATIONS.publicHealth.id,
  jurisdictionId: COUNTY.id,
  name: 'Ben Achterberg',
  title: 'Data desk',
  email: 'b.achterberg@harbor-health.example.org',
  roles: ['manager'],
} as const

const INVITED = {
  id: derivedId<'invitation'>('invitation', 'the invented colleague'),
  name: 'Ida Quist',
  title: 'Grant reports',
  email: 'i.quist@harbor-health.example.org',
  roles: 'manager',
}

/**
 * Gives the invented administrator something to keep: a colleague who typed a wrong password five times, and somebody
 * invited who has yet to come. All of it goes the way that people go, over the pages; what is there already stays.
 */
export const fillAccounts = async (asActor: AsActor, ask: Ask): Promise<void> => {
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } })
  if (isRefusal(await addMember({ kind: 'operator' }, asActor, LOCKED))) return
  for (let time = 0; time < 5; time++)
    await post('/sign-in', { email: LOCKED.email, password: 'not the password' })
  const entered = await post('/demo/sign-in', { as: 'administrator' })
  const session = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await post('/members/invite', INVITED, session)
  await post('/sign-out', {}, session)
}
