import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { stateOf } from './agreement.ts'
import { emptyForm } from './agreement-form.ts'
import type { AgreementView } from './find-agreement.ts'
import { KeptAgreementPage } from './kept-agreement.page.tsx'
import type { Registered } from './list-agreements.ts'
import { RegisterPage } from './register.page.tsx'
import { readRegisterSearch } from './register-search.ts'
import { WriteAgreementPage } from './write-agreement.page.tsx'

const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/New_York'
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const [police, lantern] = [
  { id: newId(), name: 'Pierpoint Police', isPart2Program: false },
  { id: newId(), name: 'Lantern House', isPart2Program: true },
]

const registered = (changes: Partial<Registered> = {}): Registered => {
  const life = { acceptedAt: inDays(-30), startsAt: null, expiresAt: inDays(40), endedAt: null, ...changes }
  return {
    ...{ id: newId(), kind: 'deflection', organizationId: police.id, withParty: null, withSignatory: null },
    ...{ madeAt: inDays(-31), endedBecause: null, supersedesId: null },
    parties: [police, lantern].map(({ id, name }) => ({
      ...{ id, name, signatory: 'A. Name, Head', how: 'paper', signedAt: inDays(-30) },
      ...{ recordedByMemberId: null, documentId: null },
    })),
    ...life,
    state: stateOf(life, now),
    ...changes,
  }
}
const waiting = registered({
  acceptedAt: null,
  parties: [
    { ...police, signatory: null, how: null, signedAt: null, recordedByMemberId: null, documentId: null },
    { ...lantern, signatory: null, how: null, signedAt: null, recordedByMemberId: null, documentId: null },
  ],
})

const view = (one: Registered, changes: Partial<AgreementView> = {}): AgreementView => ({
  ...one,
  ...{ jurisdictionId: newId(), text: 'First.\n\nSecond.', textVersion: '1', textSha256: 'f'.repeat(64) },
  ...{
    madeByMemberId: null,
    endedByMemberId: null,
    scope: 'All',
    responseMinutes: 30,
    custody: 'Until then',
  },
  ...{ mayFlow: 'This', neverFlows: 'That', madeBy: 'N. Castellano' },
  documents: [
    { id: newId(), title: 'Annex', mediaType: 'application/pdf', keptAt: now, keptBy: 'N. Castellano' },
  ],
  ...{ maySign: false, mayRecordFor: [], mayChange: true, seesDocuments: true },
  history: [{ at: inDays(-31), what: 'Made and sent to its parties', who: 'N. Castellano' }],
  ...changes,
})

const register = (agreements: readonly Registered[], state = '') =>
  RegisterPage({
    ...{
      frame,
      organizationName: police.name,
      countyName: 'Harbor County',
      needed: ['golden-rule'],
      now,
      zone,
    },
    ...{ agreements, bound: agreements, attested: [], own: { isAccepted: true, attestedUntil: undefined } },
    drafts: agreements.length > 0 ? [{ id: newId(), kind: 'qsoa', savedAt: now }] : [],
    tasks: agreements.slice(0, 1).map((agreement) => ({ what: 'renew', agreement })),
    ...{
      mayAccept: true,
      said: 'kept',
      search: readRegisterSearch((name) => (name === 'state' ? state : undefined)),
    },
  })

const kept = (agreement: AgreementView, errors?: Record<string, string>) =>
  KeptAgreementPage({
    ...{
      frame,
      agreement,
      nextId: newId(),
      organizationId: police.id,
      signatory: 'R. Doyle, Chief',
      now,
      zone,
    },
    ...(errors ? { said: undefined, errors } : { said: 'sent' }),
  })

const write = (kind: 'deflection' | 'qsoa', preview?: string, errors?: Record<string, string>) =>
  WriteAgreementPage({
    ...{ frame, id: newId(), kind, parties: [police, lantern], countyName: 'Harbor County', preview },
    fields: emptyForm(kind, { partyIds: [], now, zone }),
    ...(errors ? { errors } : {}),
  })

const pages = {
  'the register': register([registered(), registered({ expiresAt: inDays(900) }), waiting]),
  'the register, empty': register([]),
  'the register, none found': register([registered()], 'ended'),
  'an agreement in force': kept(view(registered())),
  'an agreement to sign, refused': kept(
    view(waiting, { maySign: true, mayRecordFor: [...waiting.parties].slice(1) }),
    {
      ...{ may: 'Say that you may sign it.', signatory: 'Write who signed.', scan: 'Choose a file first.' },
      ...{ because: 'Write why.', title: 'Write what it is.', file: 'Choose a file first.' },
    },
  ),
  'a new agreement, as it reads': write('deflection', 'First.\n\nSecond.'),
  'a service agreement, refused': write('qsoa', undefined, {
    ...{ parties: 'Choose one program.', withSignatory: 'Write who.', ends: 'Write a day that there is.' },
  }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) =>
    (name === 'the register' ? [390, 1280] : [390]).map((width) => ({ name, width, html: String(made) })),
  ),
)('$name can be used by everybody at $width px', async ({ html, width }) => {
  expect(await check.faultsOf(html, width)).toEqual([])
})
