import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import {
  findJurisdiction,
  insertJurisdiction,
  insertOrganization,
  listOrganizationsNamed,
} from './identity.store.ts'
import { type OrganizationKind, usualFlags } from './organization.ts'

export type NewCounty = {
  readonly id?: Id<'jurisdiction'>
  readonly name: string
  /** Two letters. */
  readonly state: string
  /** IANA name, such as America/Chicago. */
  readonly timeZone: string
  /** The middle of the county, where a search starts when no place is known. */
  readonly latitude: number
  readonly longitude: number
  /** Who is told that a handoff clock ran out. */
  readonly coordinatorEmail?: string
  /** An invented county, for trying the application out. */
  readonly isDemo?: boolean
}

/** Adds a county. Its name is unique, because operators name it on the command line. */
export const addCounty = async (
  actor: Actor,
  asActor: AsActor,
  { id = newId(), isDemo = false, ...county }: NewCounty,
): Promise<{ id: Id<'jurisdiction'> } | Refusal<'county-exists' | 'time-zone-unknown'>> => {
  if (!isTimeZone(county.timeZone)) return { refused: 'time-zone-unknown' }
  return asActor(actor, async (tx) => {
    if (await findJurisdiction(tx, county.name)) return { refused: 'county-exists' }
    await insertJurisdiction(tx, { id, isDemo, ...county, coordinatorEmail: county.coordinatorEmail ?? null })
    await record(tx, {
      action: 'identity.county-added',
      outcome: 'done',
      subjectKind: 'county',
      subjectIds: [id],
      jurisdictionId: id,
    })
    return { id }
  })
}

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export type NewOrganization = {
  readonly id?: Id<'organization'>
  readonly jurisdictionId: Id<'jurisdiction'>
  readonly name: string
  readonly kind: OrganizationKind
  /** Both flags start as is usual for the kind. */
  readonly isCriminalJustice?: boolean
  readonly isPart2Program?: boolean
  readonly phone?: string
  /** Where referrals are announced, without a word about the person. */
  readonly intakeEmail?: string
}

/** Adds an organization to a county. */
export const addOrganization = async (
  actor: Actor,
  asActor: AsActor,
  { id = newId(), phone, intakeEmail, ...organization }: NewOrganization,
): Promise<{ id: Id<'organization'> } | Refusal<'organization-exists'>> =>
  asActor(actor, async (tx) => {
    const namesakes = await listOrganizationsNamed(tx, organization.name)
    if (namesakes.some((other) => other.jurisdictionId === organization.jurisdictionId))
      return { refused: 'organization-exists' }
    const row = { ...usualFlags(organization.kind), ...organization, phone: phone ?? null }
    await insertOrganization(tx, { id, ...row, intakeEmail: intakeEmail ?? null })
    await record(tx, {
      action: 'identity.organization-added',
      outcome: 'done',
      subjectKind: 'organization',
      subjectIds: [id],
      jurisdictionId: organization.jurisdictionId,
      detail: { isCriminalJustice: row.isCriminalJustice, isPart2Program: row.isPart2Program },
    })
    return { id }
  })
