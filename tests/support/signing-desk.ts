import { newId } from '#kernel/ids.ts'
import { demoId } from '../../src/app/demo/demo-id.ts'
import { fillCharge } from '../../src/app/demo/fill-charge.ts'
import { COUNTY, ORGANIZATIONS } from '../../src/app/demo/organizations.ts'
import type { Answer, Ask, CountyApi } from './county-api.ts'
import { LANTERN_DETOX } from './invented.ts'
import { postedForm } from './posted-form.ts'

export type Fields = Parameters<typeof postedForm>[0]

export const post = (who: Ask, path: string, fields: Fields = {}): Promise<Answer> =>
  who('POST', path, ...postedForm(fields))

export const POLICE = ORGANIZATIONS.police.id
export const PROSECUTOR = ORGANIZATIONS.prosecutor.id
export const NAVIGATORS = ORGANIZATIONS.navigators.id

/** Where the desk signs, and as whom. */
export const AT_DESK = {
  actor: {
    ...({ kind: 'member', memberId: demoId(3, 6), organizationId: ORGANIZATIONS.lantern.id } as const),
    ...({ jurisdictionId: COUNTY.id, roles: ['provider'] } as const),
  },
  organizationName: ORGANIZATIONS.lantern.name,
  timeZone: COUNTY.timeZone,
}

/** What each step sends on the way to a release to police and navigators, in Spanish. */
export const ANSWERS: Readonly<Record<string, Fields>> = {
  start: {
    lang: 'es',
    personName: 'Zoë Ibáñez',
    signer: 'self',
    kind: 'named',
    proposed: [NAVIGATORS, POLICE],
  },
  interest: { [`interest-${POLICE}`]: 'So that nobody keeps looking for them' },
  ready: {},
  what: {},
  who: { recipients: [NAVIGATORS, POLICE] },
  'sees-1': { [`classes-${NAVIGATORS}`]: ['identity', 'care-plan'] },
  'look-1': {},
  'sees-2': { [`classes-${POLICE}`]: ['handoff', 'enrolled'] },
  'look-2': {},
  why: { purpose: 'safe' },
  until: { [`until-${NAVIGATORS}`]: '180', [`until-${POLICE}`]: '30' },
  stop: {},
}

/** What the steps of a release under 2.35 send; whoever approves it comes with the charge of the invented county. */
export const forCharge = (charge: string): Readonly<Record<string, Fields>> => ({
  start: { lang: 'es', personName: 'Zoë Ibáñez', signer: 'self', kind: 'criminal-justice' },
  charge: {
    ...{ charge, monitor: demoId(3, 8), supervisor: demoId(3, 15), counsel: 'A. Counsel' },
    duty: 'decidir si se presenta el cargo',
    period: 'el programa dura seis meses',
    revocable: 'disposition',
  },
  interest: { [`interest-${PROSECUTOR}`]: 'So that the charge is not filed' },
  who: { recipients: [PROSECUTOR] },
  'sees-1': { [`classes-${PROSECUTOR}`]: ['engaged'] },
  why: { purpose: 'charge' },
})

export type Desk = {
  readonly county: CountyApi
  readonly officer: Ask
  readonly desk: Ask
  /** Somebody whom an officer referred and the place took on. */
  readonly somebody: () => Promise<{ referral: string; person: string }>
  /** Begins a release and answers step by step, each as a browser would, as far as the step named. */
  readonly walk: (person: string, upTo?: string, changes?: Record<string, Fields>) => Promise<string>
  /** What the database keeps of a release: each line with its release. */
  // biome-ignore lint/suspicious/noExplicitAny: rows as the driver gives them.
  readonly linesOf: (id: string) => Promise<any[]>
  /** Has a prosecutor hold a charge while somebody takes part; its id. */
  readonly hold: (person: string) => Promise<string>
  /** Signs what was answered, with the words that the page shows. */
  readonly sign: (id: string, fields?: Fields) => Promise<Answer>
}

export const shownIn = ({ text }: Answer): string =>
  /name="shown" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''

export const signingDesk = async (county: CountyApi): Promise<Desk> => {
  const officer = await county.asMember('officer')
  const desk = await county.asMember('provider')
  return {
    ...{ county, officer, desk },
    somebody: async () => {
      const referral = newId()
      const about = { serviceId: LANTERN_DETOX, needs: 'treatment', agreesToContact: 'no' }
      await post(officer, '/referrals', { id: referral, ...about })
      await post(desk, `/desk/referrals/${referral}/answer`, { answer: 'accepted' })
      const found = await county.base.admin.query('select person_id from referral where id = $1', [referral])
      return { referral, person: found.rows[0].person_id }
    },
    walk: async (person, upTo = 'sign', changes = {}) => {
      const id = newId()
      let { headers } = await post(desk, '/releases/begin', { id, person })
      for (;;) {
        const step = headers.get('location')?.split('/').at(-1) ?? ''
        if (step === upTo) return id
        // From here on the tablet is the person's: it opens nothing else any more.
        const tablet = step === 'ready' ? await county.asMember('provider') : desk
        const answer = await post(tablet, `/signing/${id}/${step}`, { ...ANSWERS[step], ...changes[step] })
        if (answer.status !== 303) throw new Error(`${step} is answered by ${answer.status}`)
        headers = answer.headers
      }
    },
    hold: async (person) => {
      await fillCharge(county.database.asActor, { personId: person })
      const { rows } = await county.base.admin.query(
        'select id from held_charge where person_id = $1 order by recorded_at desc limit 1',
        [person],
      )
      return rows[0].id
    },
    linesOf: async (id) =>
      (
        await county.base.admin.query(
          `select l.id, l.recipient_organization_id as to, l.data_classes, l.expires_at, l.revoked_at, l.participant_interest,
         r.kind, r.form_text, r.form_sha256, r.form_language, r.form_version, r.signature, r.signature_how,
         r.signature_strokes, r.witness, r.interpreter, r.status, r.attested_by_member_id, r.signed_at
       from release r join release_line l on l.release_id = r.id where r.id = $1 order by l.recipient_organization_id`,
          [id],
        )
      ).rows,
    sign: async (id, fields = {}) => {
      const shown = shownIn(await desk('GET', `/signing/${id}/sign`))
      const signed = { shown, signature: 'Zoë Ibáñez', agree: 'yes' }
      return post(desk, `/signing/${id}/sign`, { ...signed, ...fields })
    },
  }
}
