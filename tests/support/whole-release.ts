import { createHash } from 'node:crypto'
import type { LineInput, ReleaseKind, ReleaseSigning } from '#consent'
import { addMember, addOrganization } from '#identity'
import type { MemberActor, Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { CareCounty } from './care-county.ts'

const DAY_MS = 86_400_000

/** Another organization of the county, with one member. */
export const partner = async (
  care: CareCounty,
  kind: 'prosecutor' | 'hospital' | 'treatment-provider' | 'police' | 'case-management',
  ...roles: Role[]
): Promise<MemberActor> => {
  const organizationId = newId<'organization'>()
  const jurisdictionId = care.county.id
  const mark = organizationId.slice(-8)
  await addOrganization({ kind: 'operator' }, care.asActor, {
    id: organizationId,
    jurisdictionId,
    name: `${kind} ${mark}`,
    kind,
  })
  const hired = await addMember({ kind: 'operator' }, care.asActor, {
    jurisdictionId,
    organizationId,
    name: `${roles[0]} ${mark}`,
    email: `${roles[0]}-${mark}@example.org`,
    roles,
  })
  if (isRefusal(hired)) throw new Error(hired.refused)
  return { kind: 'member', memberId: hired.id, organizationId, jurisdictionId, roles }
}

export type Parties = {
  readonly personId: string
  /** Whom an ordinary release names. */
  readonly police: string
  readonly partner: string
  /** For 2.35: who monitors for a prosecutor, the charge that is held, and who approved. */
  readonly charge?: {
    readonly monitor: MemberActor
    readonly heldChargeId: string
    readonly supervisorId: string
  }
}

/** A charge that is held for a person, as the desk recorded it. */
export const heldCharge = async (care: CareCounty, personId: string, by: MemberActor): Promise<string> => {
  const id = newId<'held-charge'>()
  await care.base.admin.query(
    `insert into held_charge (id, jurisdiction_id, person_id, organization_id, held_by_organization_id, reference,
       decide_by, recorded_by_member_id)
     values ($1, $2, $3, $4, $5, 'Packet 12', now() + interval '60 days', $6)`,
    [id, care.county.id, personId, care.county.provider, by.organizationId, care.desk.memberId],
  )
  return id
}

/** Somebody, and whom releases of every kind could name. */
export const partiesIn = async (care: CareCounty): Promise<Parties> => {
  const personId = await care.meet()
  const monitor = await partner(care, 'prosecutor', 'prosecutor')
  return {
    personId,
    police: care.county.police,
    partner: (await partner(care, 'treatment-provider', 'provider')).organizationId,
    charge: {
      monitor,
      heldChargeId: await heldCharge(care, personId, monitor),
      supervisorId: (await care.county.hire('provider', 'manager')).memberId,
    },
  }
}

/** The same release with something else in each of its lines. */
export const eachLine = (signing: ReleaseSigning, changes: Partial<LineInput>): ReleaseSigning => ({
  ...signing,
  lines: signing.lines.map((line) => ({ ...line, ...changes })),
})

/** A release of a kind with every one of its elements, as somebody would sign it. */
export const wholeRelease = (kind: ReleaseKind, parties: Parties): ReleaseSigning => {
  const text = `These words are signed. ${newId()}`
  const expiresAt = new Date(Date.now() + 30 * DAY_MS)
  const common = {
    id: newId<'release'>(),
    kind,
    personId: parties.personId,
    personName: 'Sam Rivers',
    isAdult: true,
    discloserName: 'Harbor Recovery',
    purpose: 'So that they know I am safe',
    howToRevoke: 'Tell us.',
    signature: { how: 'typed', text: 'Sam Rivers' },
    signedAt: new Date(),
    form: {
      text,
      version: `${kind} 1`,
      language: 'en',
      sha256: createHash('sha256').update(text).digest('hex'),
    },
  } as const
  const toPolice = {
    recipientOrganizationId: parties.police,
    dataClasses: ['handoff', 'contact-made'],
    expiresAt,
    participantInterest: 'They will not look for me',
  } as const
  const toPartner = {
    recipientOrganizationId: parties.partner,
    dataClasses: ['clinical', 'placement'],
    expiresAt,
  } as const
  switch (kind) {
    case 'named-recipient':
      return { ...common, lines: [toPolice] }
    case 'multi-party':
      return { ...common, lines: [toPolice, toPartner] }
    case 'tpo':
      return {
        ...common,
        lines: [{ ...toPartner, expiresAt: undefined, endsOn: 'none' }],
        fundraising: { statement: 'You can say no to letters that ask for money.' },
        tpo: {
          proceedingsException: 'Not for proceedings against me.',
          redisclosureWarning: 'They may pass it on, and then this rule no longer protects it.',
          refusalConsequences: 'I get the same help.',
        },
      }
    case 'criminal-justice': {
      const { charge } = parties
      if (!charge) throw new Error('A release under 2.35 needs a charge.')
      return {
        ...common,
        howToRevoke: undefined,
        lines: [
          {
            recipientOrganizationId: charge.monitor.organizationId,
            recipientMemberId: charge.monitor.memberId,
            dataClasses: ['engaged'],
            endsOn: 'disposition',
            participantInterest: 'The charge is not filed while I take part',
          },
        ],
        criminalJustice: {
          heldChargeId: charge.heldChargeId,
          monitoringDuty: 'Decides whether to file',
          period: 'As long as the charge is held, about sixty days',
          revocableFrom: 'disposition',
          supervisorId: charge.supervisorId,
          counselName: 'A. Counsel',
        },
      }
    }
    case 'intermediary':
      return { ...common, lines: [toPartner], intermediary: { participants: ['Lantern House'] } }
    case 'proceedings':
      return { ...common, lines: [toPartner], proceeding: 'A hearing about housing' }
    case 'counselling-notes':
      return { ...common, lines: [{ ...toPartner, dataClasses: ['counselling-notes'] }] }
  }
}
