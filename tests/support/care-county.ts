import { attestGoldenRule, recordSignedAgreement } from '#agreements'
import { namedRelease, signRelease } from '#consent'
import type { MemberActor, Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { addListing } from '#network'
import { type AsActor, openDatabase } from '#platform/database/as-actor.ts'
import { type JobQueue, openJobs } from '#platform/jobs/open-jobs.ts'
import { makeReferral, referralInput } from '#referrals'
import { type TestCounty, type TestMember, testCounty } from './county.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A county in which an officer can refer somebody to a provider: its own database, with the queue of jobs. */
export type CareCounty = {
  readonly base: TestDatabase
  readonly asActor: AsActor
  readonly queue: JobQueue
  readonly county: TestCounty
  readonly officer: TestMember
  /** Answers for the provider. */
  readonly desk: TestMember
  readonly serviceId: string
  /** Sends a referral as the officer, and gives its id. */
  readonly send: (changes?: Record<string, unknown>) => Promise<string>
  /** The person of a referral. */
  readonly personOf: (referralId: string) => Promise<string>
  /** Sends a referral as the officer, and gives the id of its person. */
  readonly meet: () => Promise<string>
  /** Adds another county, with its own service. */
  readonly neighbour: () => Promise<TestCounty & { readonly serviceId: string }>
  /** Has the person of a referral sign that the provider may tell the police these classes. */
  readonly release: (referralId: string, ...dataClasses: ReleasedClass[]) => Promise<string>
  /** Has a police or court organization accept the golden rule, and its member attest to it. */
  readonly attest: (member: MemberActor) => Promise<void>
  readonly close: () => Promise<void>
}

type ReleasedClass = Parameters<typeof namedRelease>[0]['input']['dataClasses'][number]

export const careCounty = async (): Promise<CareCounty> => {
  const base = await testDatabase()
  const queue = await openJobs(base.app, { works: false, onFault: () => undefined })
  const database = openDatabase(base.app, queue)
  const { asActor } = database
  const county = await testCounty(asActor)
  const serviceId = await offer(asActor, county)
  const officer = await county.hire('police', 'officer')
  const desk = await county.hire('provider', 'provider')
  const send = async (changes?: Record<string, unknown>): Promise<string> => {
    const made = await makeReferral(asActor, officer, referral(serviceId, changes))
    if (isRefusal(made)) throw new Error(made.refused)
    return made.id
  }
  const personOf = async (referralId: string): Promise<string> => {
    const { rows } = await base.admin.query('select person_id from referral where id = $1', [referralId])
    return rows[0].person_id
  }
  return {
    base,
    asActor,
    queue,
    county,
    officer,
    desk,
    serviceId,
    send,
    personOf,
    meet: async () => personOf(await send()),
    neighbour: async () => {
      const other = await testCounty(asActor)
      return { ...other, serviceId: await offer(asActor, other) }
    },
    release: async (referralId, ...dataClasses) => {
      const signed = release(county, await personOf(referralId), dataClasses)
      const kept = await signRelease(asActor, desk, namedRelease(signed))
      if (isRefusal(kept)) throw new Error(kept.refused)
      const line = await base.admin.query('select id from release_line where release_id = $1', [signed.id])
      return line.rows[0].id
    },
    attest: async (member) => {
      const accepted = await recordSignedAgreement(asActor, 'golden-rule', member, { signatory: 'R. Doyle' })
      if (isRefusal(accepted)) throw new Error(accepted.refused)
      const attested = await attestGoldenRule(asActor, member)
      if (isRefusal(attested)) throw new Error(attested.refused)
    },
    close: async () => {
      await queue.stop()
      await database.close()
      await base.drop()
    },
  }
}

/** Somebody who agreed to be called, unless said otherwise. */
export const referral = (serviceId: string, changes: Record<string, unknown> = {}) =>
  referralInput.parse({
    id: newId(),
    serviceId,
    needs: ['treatment'],
    name: 'Sam',
    whereabouts: 'Ferry ramp',
    payer: 'medicaid',
    agreesToContact: true,
    contactWay: 'call',
    contact: '207-555-0177',
    ...changes,
  })

const release = (county: TestCounty, personId: string, dataClasses: readonly ReleasedClass[]) => ({
  id: newId<'release'>(),
  personId,
  recipient: { id: county.police, name: 'Pierpoint Police' },
  discloser: { name: 'Harbor Recovery' },
  input: {
    personName: 'Sam Rivers',
    dataClasses: [...dataClasses],
    purpose: 'So that the officer knows I am safe',
    days: 30,
    signature: 'Sam Rivers',
  },
  at: new Date(),
  zone: 'America/New_York',
})

/** A member with the same county and organization, and other roles. */
export const inAnotherRole = (member: MemberActor, ...roles: Role[]): MemberActor => ({ ...member, roles })

const offer = async (asActor: AsActor, county: TestCounty): Promise<string> => {
  const serviceId = newId<'service'>()
  await addListing({ kind: 'operator' }, asActor, {
    provider: { id: newId(), name: 'Harbor Recovery' },
    site: {
      id: newId(),
      city: 'Pierpoint',
      state: 'ME',
      zip: '04609',
      timeZone: 'America/New_York',
      latitude: 43.66,
      longitude: -70.26,
    },
    service: {
      id: serviceId,
      name: 'Detox',
      kind: 'substance-use',
      needs: ['treatment', 'moud'],
      organizationId: county.provider,
      intakeEmail: 'intake@harbor-recovery.example.org',
    },
  })
  return serviceId
}
