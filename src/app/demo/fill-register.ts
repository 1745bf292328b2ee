import { attestSignedPaper, endAgreement, keepAgreementDraft, makeAgreement } from '#agreements'
import type { MemberActor } from '#kernel/actor.ts'
import { addDays, dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { taggedPdf } from '#platform/pdf/tagged-pdf.ts'
import { MEMBERS } from './members.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const { police, navigators, lantern, openDoor, tideline, recovery, publicHealth, prosecutor } = ORGANIZATIONS

type Invented = {
  readonly called: string
  readonly kind: 'deflection' | 'data-sharing'
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  /** In how many days it ends. */
  readonly days: number
  readonly signed: 'by all' | 'by some'
  readonly ended?: string
}

const AGREEMENTS: readonly Invented[] = [
  {
    called: 'front door',
    kind: 'deflection',
    parties: [police, navigators, lantern],
    days: 900,
    signed: 'by all',
  },
  { called: 'clinic', kind: 'deflection', parties: [police, openDoor], days: 25, signed: 'by all' },
  { called: 'counts', kind: 'data-sharing', parties: [navigators, publicHealth], days: 74, signed: 'by all' },
  {
    called: 'diversion',
    kind: 'data-sharing',
    parties: [navigators, prosecutor],
    days: 400,
    signed: 'by all',
  },
  {
    ...{ called: 'angels', kind: 'deflection', parties: [police, recovery], days: 500, signed: 'by all' },
    ended: 'The volunteers have no night shift any more.',
  },
  {
    called: 'outreach',
    kind: 'data-sharing',
    parties: [publicHealth, tideline],
    days: 730,
    signed: 'by some',
  },
]

const TERMS: Readonly<Record<Invented['kind'], FormFields>> = {
  deflection: {
    scope: [
      'Officers who meet somebody in need of help ask whether the person wants to be referred, day and night. Whoever is asked takes the person on, or says why not.',
    ],
    custody: ['The officer stays until the case manager is there, or speaks with the person on the phone.'],
    responseMinutes: ['30'],
    mayFlow: [
      'That somebody is referred, what would help, and where they can be met, as far as they agreed.',
    ],
    neverFlows: ['Diagnoses, test results, notes of treatment and counseling, and immigration status.'],
  },
  'data-sharing': {
    scope: ['To follow up on referrals, and to count what becomes of them.'],
    mayFlow: ['Dates and states of referrals; of named people only what each of them released.'],
    neverFlows: ['Notes of treatment and counseling, and anything about people who were not referred.'],
  },
}

/**
 * Gives the invented county a register: agreements in force, two that end soon, one that a party ended, one that waits for
 * a signature, and a draft. Once, however often.
 */
export const fillRegister = async (openAsActor: AsActor, now = new Date()): Promise<void> => {
  // Nobody is written to: the county's outbox shows what its visitors do.
  const asActor: AsActor = (actor, work) =>
    openAsActor(actor, (tx) => work({ ...tx, enqueue: () => undefined }))
  const maker = administrator()
  const paper = await paperOf(now)
  const signatures = await Promise.all(
    AGREEMENTS.map((one) => fillAgreement(asActor, maker, one, now, paper)),
  )
  if (!signatures.some(Boolean)) return
  await keepAgreementDraft(asActor, maker, {
    id: idOf('draft'),
    fields: formOf({ ...AGREEMENTS[0], parties: [police, tideline], days: 1000 } as Invented, now),
  })
}

/** @returns whether anybody signed it now, and had not before */
const fillAgreement = async (
  asActor: AsActor,
  maker: MemberActor,
  one: Invented,
  now: Date,
  file: Buffer,
): Promise<boolean> => {
  const id = idOf(one.called)
  await makeAgreement(asActor, maker, { id, fields: formOf(one, now) })
  const signing =
    one.signed === 'by all' ? one.parties : one.parties.filter(({ id }) => id !== publicHealth.id)
  let isNew = false
  for (const party of signing) {
    const signed = await attestSignedPaper(asActor, maker, {
      id,
      organizationId: party.id,
      signatory: `The head of ${party.name}`,
      file,
    })
    isNew ||= !isRefusal(signed)
  }
  if (isNew && one.ended) await endAgreement(asActor, maker, { id, because: one.ended })
  return isNew
}

const formOf = ({ kind, parties, days }: Invented, now: Date): FormFields => {
  const [year = '', month = '', day = ''] = addDays(dayAt(now, COUNTY.timeZone), days).split('-')
  return {
    ...TERMS[kind],
    kind: [kind],
    parties: parties.map(({ id }) => id),
    ...{ 'ends-month': [month], 'ends-day': [day], 'ends-year': [year] },
  }
}

/** One for all: making a dozen took most of the time of filling the county again. */
const paperOf = (at: Date): Promise<Buffer> =>
  taggedPdf({
    title: 'A signed paper',
    lang: 'en',
    at,
    parts: [
      { is: 'title', words: 'A signed paper' },
      { is: 'text', words: 'Invented: signed by the heads of both parties.' },
    ],
  })

const idOf = (called: string) => derivedId<'agreement'>('agreement', `of the invented county: ${called}`)

const administrator = (): MemberActor => {
  const found = MEMBERS.find(({ roles }) => roles.includes('administrator'))
  if (!found?.id) throw new Error('The invented county has no administrator.')
  const { id, organizationId, roles } = found
  return { kind: 'member', memberId: id, organizationId, jurisdictionId: COUNTY.id, roles }
}
