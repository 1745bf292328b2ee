import { addPlaceForKits, receiveKits } from '#harm-reduction'
import { addMember, addOrganization } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { type AsActor, openDatabase } from '#platform/database/as-actor.ts'
import type { LeftJob } from '#platform/jobs/leave-jobs.ts'
import { testCounty } from './county.ts'
import { testDatabase } from './database.ts'

const OPERATOR = { kind: 'operator' } as const

/** A county with a police department and a harm-reduction program that keep kits. Everything happens at one moment. */
export const supplyCounty = async () => {
  const base = await testDatabase()
  const left: LeftJob[] = []
  const database = openDatabase(base.app, {
    enqueue: async (_, jobs) => {
      left.push(...jobs)
    },
  })
  const { asActor } = database
  const now = new Date()
  const county = await testCounty(asActor)
  const officer: MemberActor = await county.hire('police', 'officer')
  return {
    ...{ base, asActor, county, officer, now, left },
    program: await hireProgram(asActor, county.id),
    /** Adds a place for kits. */
    shelf: async (actor: MemberActor, facts: { minimumKits?: number; isLeaveBehind?: boolean } = {}) => {
      const id = newId()
      await addPlaceForKits(asActor, actor, {
        ...{ id, kind: 'site', name: 'Front desk', contact: '207-555-0101' },
        ...{ isLeaveBehind: facts.isLeaveBehind ?? false, minimumKits: facts.minimumKits ?? null },
      })
      return id
    },
    /** Puts kits there; gives the lot's id. */
    receive: async (actor: MemberActor, toHolderId: string, number: string, kits: number, days = 400) => {
      const expiresOn = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
      const lot = { number, product: 'Nasal 4 mg', dosesPerKit: 2, expiresOn }
      // Before whatever a test does with them.
      const occurredAt = new Date(now.getTime() - 60_000)
      got(await receiveKits(asActor, actor, { id: newId(), lot, toHolderId, kits, occurredAt }))
      const { rows } = await base.admin.query('select id from supply_lot where number = $1', [number])
      return rows[0].id as string
    },
    close: async () => {
      await database.close()
      await base.drop()
    },
  }
}

export type SupplyCounty = Awaited<ReturnType<typeof supplyCounty>>

const hireProgram = async (asActor: AsActor, jurisdictionId: string): Promise<MemberActor> => {
  const { id: organizationId } = got(
    await addOrganization(OPERATOR, asActor, {
      ...{ jurisdictionId, name: 'Tide Exchange', kind: 'harm-reduction', phone: '207-555-0105' },
      intakeEmail: 'office@tide.example.org',
    }),
  )
  const where = { jurisdictionId, organizationId }
  const member = got(
    await addMember(OPERATOR, asActor, {
      ...{ ...where, name: 'P. Nair', email: 'p.nair@tide.example.org', roles: ['harm-reduction'] },
    }),
  )
  return { kind: 'member', memberId: member.id, ...where, roles: ['harm-reduction'] }
}

const got = <Result extends object>(answer: Result | Refusal): Result => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
