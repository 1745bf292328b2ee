import { attestGoldenRule, recordSignedAgreement } from '#agreements'
import { addCounty, addMember, addOrganization } from '#identity'
import type { MemberActor, Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'

const OPERATOR = { kind: 'operator' } as const

export type TestMember = MemberActor & { readonly email: string; readonly firstPassword: string }

export type TestCounty = {
  readonly id: string
  readonly police: string
  readonly provider: string
  /** Adds a member to one of the two organizations. */
  readonly hire: (organization: 'police' | 'provider', ...roles: Role[]) => Promise<TestMember>
}

/**
 * A county of its own, with a police department and a treatment provider that have accepted what they need, and whose
 * officers keep the golden rule. Two counties know nothing of each other.
 */
export const testCounty = async (
  asActor: AsActor,
  { isDemo = false }: { isDemo?: boolean } = {},
): Promise<TestCounty> => {
  const mark = newId().slice(-12)
  const { id } = got(
    await addCounty(OPERATOR, asActor, {
      name: `Harbor County ${mark}`,
      state: 'ME',
      timeZone: 'America/New_York',
      latitude: 43.66,
      longitude: -70.26,
      isDemo,
    }),
  )
  const add = async (name: string, kind: 'police' | 'treatment-provider') =>
    got(await addOrganization(OPERATOR, asActor, { jurisdictionId: id, name: `${name} ${mark}`, kind })).id
  const organizations = {
    police: await add('Pierpoint Police', 'police'),
    provider: await add('Harbor Recovery', 'treatment-provider'),
  }
  const accept = async (kind: 'golden-rule' | 'qsoa', organizationId: string) =>
    got(
      await recordSignedAgreement(
        asActor,
        kind,
        { organizationId, jurisdictionId: id },
        { signatory: 'R. Doyle', withSignatory: 'E. Sandoval' },
      ),
    )
  await accept('golden-rule', organizations.police)
  await accept('qsoa', organizations.provider)
  let hired = 0
  return {
    id,
    ...organizations,
    hire: async (organization, ...roles) => {
      const email = `member-${++hired}-${mark}@example.org`
      const where = { jurisdictionId: id, organizationId: organizations[organization] }
      const name = `${roles[0]} number ${hired}`
      const member = got(await addMember(OPERATOR, asActor, { ...where, name, email, roles }))
      const actor: MemberActor = { kind: 'member', memberId: member.id, ...where, roles }
      if (organization === 'police') got(await attestGoldenRule(asActor, actor))
      return { ...actor, email, firstPassword: member.firstPassword }
    },
  }
}

const got = <Result extends object>(answer: Result | Refusal): Result => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
