import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { eachLine, type Parties, partiesIn, wholeRelease } from '#tests/support/whole-release.ts'
import { RELEASE_KINDS, type ReleaseElement, type ReleaseKind, type ReleaseSigning } from './release-kinds.ts'
import { signRelease } from './sign-release.ts'

let care: CareCounty
let parties: Parties
beforeAll(async () => {
  care = await careCounty()
  parties = await partiesIn(care)
})
afterAll(() => care.close())

const whole = (kind: ReleaseKind): ReleaseSigning => wholeRelease(kind, parties)
const sign = (signing: ReleaseSigning) => signRelease(care.asActor, care.desk, signing)

type Drop = (signing: ReleaseSigning) => ReleaseSigning
const without =
  (...names: (keyof ReleaseSigning)[]): Drop =>
  (signing) => ({ ...signing, ...Object.fromEntries(names.map((name) => [name, undefined])) })
const withoutIn =
  (group: 'tpo' | 'criminalJustice', name: string): Drop =>
  (signing) => ({ ...signing, [group]: { ...signing[group], [name]: undefined } })

/** How each element is left out. */
const DROPS: Readonly<Record<ReleaseElement, Drop>> = {
  'person-name': without('personName'),
  'discloser-name': without('discloserName'),
  recipient: (signing) => ({ ...signing, lines: [] }),
  'data-classes': (signing) => eachLine(signing, { dataClasses: [] }),
  purpose: without('purpose'),
  'how-to-revoke': without('howToRevoke'),
  ending: (signing) => eachLine(signing, { expiresAt: undefined, endsOn: undefined }),
  signature: without('signature'),
  'signed-at': without('signedAt'),
  'signer-name': (signing) => ({
    ...signing,
    signer: { by: 'representative', ground: 'A court chose them' },
  }),
  'signer-ground': (signing) => ({ ...signing, signer: { by: 'representative', name: 'Ada Rivers' } }),
  'signer-signature': (signing) => ({ ...signing, signer: { by: 'parent', name: 'Ada Rivers' } }),
  age: without('isAdult'),
  form: without('form'),
  'participant-interest': (signing) => eachLine(signing, { participantInterest: undefined }),
  'fundraising-statement': (signing) => ({ ...signing, fundraising: {} }),
  'proceedings-exception': withoutIn('tpo', 'proceedingsException'),
  'redisclosure-warning': withoutIn('tpo', 'redisclosureWarning'),
  'refusal-consequences': withoutIn('tpo', 'refusalConsequences'),
  charge: withoutIn('criminalJustice', 'heldChargeId'),
  'monitoring-member': (signing) => eachLine(signing, { recipientMemberId: undefined }),
  'monitoring-duty': withoutIn('criminalJustice', 'monitoringDuty'),
  period: withoutIn('criminalJustice', 'period'),
  'revocable-from': withoutIn('criminalJustice', 'revocableFrom'),
  'supervisor-approval': withoutIn('criminalJustice', 'supervisorId'),
  'counsel-approval': withoutIn('criminalJustice', 'counselName'),
  participants: without('intermediary'),
  proceeding: without('proceeding'),
}

const OF_ALL: ReleaseElement[] = [
  ...(['person-name', 'discloser-name', 'recipient', 'data-classes', 'purpose', 'ending'] as const),
  ...(['signature', 'signed-at', 'signer-name', 'signer-ground', 'signer-signature', 'age', 'form'] as const),
  'fundraising-statement',
]

/** What each kind has to say, written from 42 CFR 2.31 and 2.35 and not from the database. */
const ELEMENTS: Readonly<Record<ReleaseKind, readonly ReleaseElement[]>> = {
  'named-recipient': [...OF_ALL, 'how-to-revoke', 'participant-interest'],
  'multi-party': [...OF_ALL, 'how-to-revoke', 'participant-interest'],
  tpo: [...OF_ALL, 'how-to-revoke', 'proceedings-exception', 'redisclosure-warning', 'refusal-consequences'],
  'criminal-justice': [
    ...OF_ALL,
    ...(['participant-interest', 'charge', 'monitoring-member', 'monitoring-duty'] as const),
    ...(['period', 'revocable-from', 'supervisor-approval', 'counsel-approval'] as const),
  ],
  intermediary: [...OF_ALL, 'how-to-revoke', 'participants'],
  proceedings: [...OF_ALL, 'how-to-revoke', 'proceeding'],
  'counselling-notes': [...OF_ALL, 'how-to-revoke'],
}

const kept = async (id: string): Promise<unknown[]> =>
  (await care.base.admin.query('select status from release where id = $1', [id])).rows

describe.each(RELEASE_KINDS)('a release of the kind “%s”', (kind) => {
  test('with every element is active, and each of its lines too', async () => {
    const signing = whole(kind)
    expect(await sign(signing)).toEqual({ id: signing.id })
    const { rows } = await care.base.admin.query(
      `select status, activated_at is not null as at, (select array_agg(active) from release_line l
         where l.release_id = release.id) as lines from release where id = $1`,
      [signing.id],
    )
    expect(rows).toEqual([{ status: 'active', at: true, lines: signing.lines.map(() => true) }])
  })

  test.each(ELEMENTS[kind])(
    'without “%s” is refused by that code, and nothing of it is kept (P2-010)',
    async (element) => {
      const signing = DROPS[element](whole(kind))
      expect(await sign(signing)).toEqual({ refused: 'missing', elements: [element] })
      expect(await kept(signing.id)).toEqual([])
    },
  )

  test('needs no element that belongs to another kind', async () => {
    const others = Object.keys(DROPS).filter((one) => !ELEMENTS[kind].includes(one as ReleaseElement))
    for (const element of others as ReleaseElement[]) {
      const signing = DROPS[element](whole(kind))
      expect(await sign(signing), element).toEqual({ id: signing.id })
    }
  })
})

describe('a release that lacks several elements', () => {
  test('is refused by the code of each, whichever they are (P2-010)', async () => {
    // Without a line nothing else of a line can be missing.
    const ofLines = ['recipient', 'data-classes', 'ending', 'participant-interest', 'monitoring-member']
    const missing = fc
      .constantFrom(...RELEASE_KINDS)
      .chain((kind) =>
        fc.record({ kind: fc.constant(kind), dropped: fc.subarray([...ELEMENTS[kind]], { minLength: 2 }) }),
      )
      // Another signs in one way alone, and so lacks one thing.
      .filter(({ dropped }) => dropped.filter((one) => one.startsWith('signer-')).length < 2)
      .filter(
        ({ dropped }) =>
          !dropped.includes('recipient') ||
          !dropped.some((one) => one !== 'recipient' && ofLines.includes(one)),
      )
    await fc.assert(
      fc.asyncProperty(missing, async ({ kind, dropped }) => {
        const signing = dropped.reduce((rest, element) => DROPS[element](rest), whole(kind))
        const answer = await sign(signing)
        expect(answer).toMatchObject({ refused: 'missing' })
        if ('elements' in answer) expect([...answer.elements].sort()).toEqual([...dropped].sort())
      }),
      { numRuns: 40 },
    )
  })

  test('that is only space lacks it too', async () => {
    expect(await sign({ ...whole('named-recipient'), purpose: ' \t ', personName: '\u00a0' })).toEqual({
      refused: 'missing',
      elements: ['person-name', 'purpose'],
    })
  })

  test.each([
    ['drawn', { how: 'drawn', text: 'Sam Rivers' }],
    ['on paper', { how: 'paper', text: 'Sam Rivers' }],
  ] as const)('%s is no signature without what was drawn, or who holds the paper', async (_, signature) => {
    expect(await sign({ ...whole('tpo'), signature })).toEqual({
      refused: 'missing',
      elements: ['signature'],
    })
  })

  test('drawn or on paper is signed with the strokes, or by whoever attests the paper', async () => {
    for (const signature of [
      { how: 'drawn', strokes: 'M10 10 L20 20' },
      { how: 'paper', attestedBy: care.desk.memberId },
    ] as const)
      expect(await sign({ ...whole('tpo'), signature })).toHaveProperty('id')
    const script = { how: 'drawn', strokes: '"><script>alert(1)</script>' } as const
    expect(await sign({ ...whole('tpo'), signature: script })).toEqual({ refused: 'not-accepted' })
  })
})

describe('when a release ends (P2-012)', () => {
  test.each(RELEASE_KINDS)('“none” and the end of treatment are for “tpo” alone: %s', async (kind) => {
    for (const endsOn of ['none', 'treatment-ended'] as const) {
      const answer = await sign(eachLine(whole(kind), { expiresAt: undefined, endsOn }))
      if (kind === 'tpo') expect(answer).toHaveProperty('id')
      else expect(answer).toEqual({ refused: 'missing', elements: ['ending'] })
    }
  })

  test.each(RELEASE_KINDS)('an event that can be told is enough: %s', async (kind) => {
    expect(await sign(eachLine(whole(kind), { expiresAt: undefined, endsOn: 'case-closed' }))).toHaveProperty(
      'id',
    )
  })
})
