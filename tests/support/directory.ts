import { addCounty, addMember, addOrganization } from '#identity'
import type { Actor, MemberActor, Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { addListing, type NewListing } from '#network'
import { type AsActor, openDatabase } from '#platform/database/as-actor.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export const OPERATOR: Actor = { kind: 'operator' }

/** Where the county of a test directory has its middle. */
export const MIDDLE = { latitude: 44.3, longitude: -68.2 }

/** So many degrees of latitude are a mile, wherever one stands. */
const DEGREES_A_MILE = 1 / 69.0934

type Listed = {
  readonly name?: string
  /** North of the middle of the county; null: nobody knows where. */
  readonly miles?: number | null
  readonly city?: string
  readonly zip?: string
  readonly siteName?: string
  readonly visibility?: 'public' | 'partners' | 'hidden'
} & Partial<Omit<NewListing['service'], 'id'>>

/** A database with one county, in which a test lists places as it needs them. */
export type TestDirectory = {
  readonly base: TestDatabase
  readonly asActor: AsActor
  readonly countyId: string
  readonly list: (listed?: Listed) => Promise<string>
  /** A member of an organization of this kind, with these roles. */
  readonly hire: (kind: OrganizationKind, ...roles: Role[]) => Promise<MemberActor>
  readonly close: () => Promise<void>
}

type OrganizationKind = Parameters<typeof addOrganization>[2]['kind']

export const testDirectory = async (): Promise<TestDirectory> => {
  const base = await testDatabase()
  const database = openDatabase(base.app, { enqueue: async () => {} })
  const { asActor } = database
  const { id: countyId } = got(
    await addCounty(OPERATOR, asActor, {
      name: 'Harbor County',
      state: 'ME',
      timeZone: 'America/New_York',
      ...MIDDLE,
      isDemo: false,
    }),
  )
  let hired = 0
  return {
    base,
    asActor,
    countyId,
    list: (listed = {}) => list(asActor, listed),
    hire: async (kind, ...roles) => {
      const number = ++hired
      const organization = { jurisdictionId: countyId, name: `Organization ${number}`, kind }
      const { id: organizationId } = got(await addOrganization(OPERATOR, asActor, organization))
      const where = { jurisdictionId: countyId, organizationId }
      const member = { ...where, name: `Member ${number}`, email: `member-${number}@example.org`, roles }
      const { id: memberId } = got(await addMember(OPERATOR, asActor, member))
      return { kind: 'member', memberId, ...where, roles }
    },
    close: async () => {
      await database.close()
      await base.drop()
    },
  }
}

const list = async (asActor: AsActor, listed: Listed): Promise<string> => {
  const { name = 'Lantern House', miles = 1, city = 'Pierpoint', zip = '04609', ...rest } = listed
  const { siteName, visibility = 'public', ...service } = rest
  const id = newId<'service'>()
  await addListing(OPERATOR, asActor, {
    provider: { id: newId(), name },
    site: {
      id: newId(),
      city,
      zip,
      state: 'ME',
      timeZone: 'America/New_York',
      ...(siteName === undefined ? {} : { name: siteName }),
      ...(miles === null
        ? {}
        : { latitude: MIDDLE.latitude + miles * DEGREES_A_MILE, longitude: MIDDLE.longitude }),
    },
    service: { id, name: 'Detox', kind: 'substance-use', needs: ['treatment'], ...service },
    visibility,
  })
  return id
}

const got = <Result extends object>(answer: Result | Refusal): Result => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
