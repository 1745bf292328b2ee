import { addMember, inviteMember, signIn } from '#identity'
import { derivedId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { demoId } from './demo-id.ts'
import { MEMBERS } from './members.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const LOCKED = {
  id: demoId(3, 13),
  organizationId: ORGANIZATIONS.publicHealth.id,
  jurisdictionId: COUNTY.id,
  name: 'Ben Achterberg',
  title: 'Data desk',
  email: 'b.achterberg@harbor-health.example.org',
  roles: ['manager'],
} as const

/**
 * Gives the invented administrator something to keep: a colleague who typed a wrong password five times, and somebody
 * invited who has yet to come. What is there already stays as it is.
 */
export const fillAccounts = async (openAsActor: AsActor, keys: { readonly totp: Buffer }): Promise<void> => {
  // Nobody is written to about somebody whom this made up.
  const asActor: AsActor = (actor, work) =>
    openAsActor(actor, (tx) => work({ ...tx, enqueue: () => undefined }))
  if (!isRefusal(await addMember({ kind: 'operator' }, asActor, LOCKED))) {
    const trace = { requestId: newId(), source: 'demonstration' }
    for (let time = 0; time < 5; time++)
      await signIn(trace, { asActor, keys }, { email: LOCKED.email, password: 'not the password' })
  }
  const keeper = MEMBERS.find(({ roles }) => roles.includes('administrator'))
  if (!keeper?.id) throw new Error('Nobody of the invented county keeps its accounts.')
  const { id: memberId, organizationId, roles } = keeper
  await inviteMember(
    { kind: 'member', memberId, organizationId, jurisdictionId: COUNTY.id, roles },
    asActor,
    {
      id: derivedId<'invitation'>('invitation', 'the invented colleague'),
      name: 'Ida Quist',
      title: 'Grant reports',
      email: 'i.quist@harbor-health.example.org',
      roles: ['manager'],
    },
  )
}
