import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedCopy } from '#consent'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { MONITORED, sampleSigning } from '#tests/support/sample-signing.ts'
import { formOf } from './finish-signing.ts'
import type { KeptScan } from './keep-scan.ts'
import { MemberStepPage } from './member-steps.page.tsx'
import { NotTodayPage } from './not-today.page.tsx'
import { AttestPage, PaperPage } from './paper.page.tsx'
import { PeoplePage, PersonReleasesPage } from './people.page.tsx'
import { PersonStepPage } from './person-steps.page.tsx'
import { ReleaseCopyPage, SignedPage } from './release-copy.page.tsx'
import { SignPage } from './sign.page.tsx'
import type { Signing } from './signing.ts'
import { partOf, problemsOf, type Step, stepsOf } from './signing-steps.ts'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const [now, zone] = [new Date('2026-11-24T15:00:00Z'), 'America/New_York']
const signing = sampleSigning()
const form = formOf(signing)

const stepPage = (of: Signing, step: Step, sent?: object) => {
  const props = { frame, signing: of, step, ...(sent ? { sent: {}, errors: problemsOf(of, step) } : {}) }
  if (step === 'sign') return SignPage({ ...props, form: formOf(of) })
  return partOf(step) === undefined ? MemberStepPage(props) : PersonStepPage(props)
}
const through = sampleSigning({
  ...{
    kind: ['intermediary'],
    proposed: ['clinic'],
    recipients: ['clinic'],
    'classes-clinic': ['placement'],
  },
  ...{ through: ['named'], participants: ['Lake House'], signer: ['representative'] },
  ...{ signerName: ['Ada Ibáñez'], signerGround: ['court'] },
})
const minor: Signing = { ...sampleSigning({ signer: ['minor'] }), minors: 'with-parent' }
const scan: KeptScan = {
  id: '0199d000-0003-7000-8000-000000000000',
  mediaType: 'application/pdf',
  keptAt: now,
  keptBy: 'Front desk',
}
const unanswered = { ...signing, fields: { proposed: signing.fields.proposed ?? [], lang: ['es'] } }

const copy: SignedCopy = {
  id: '0199d000-0001-7000-8000-000000000001',
  personId: '0199d000-0001-7000-8000-000000000002',
  kind: 'multi-party',
  personName: 'Zoë Ibáñez',
  from: { id: 'lantern', name: 'Lantern House' },
  purpose: 'So that they know',
  form,
  sha256: form.sha256,
  signedAt: now,
  signature: { how: 'drawn', text: 'Zoë', strokes: 'M10 10L200 90L300 20' },
  signer: { by: 'parent', name: 'Ada Ibáñez', text: 'Ada Ibáñez' },
  witness: 'A. Friend',
  interpreter: 'R. Gil, Portuguese',
  lines: [true, false].map((isLive, index) => ({
    id: `0199d000-0002-7000-8000-00000000000${index}`,
    to: {
      id: `to-${index}`,
      name: index ? 'Pierpoint Police' : 'Harbor Navigators',
      isPoliceOrCourt: index > 0,
    },
    dataClasses: ['handoff', 'enrolled'],
    withheldClasses: [],
    isLive,
    expiresAt: new Date('2027-02-22T04:59:59Z'),
    endsOn: null,
    endedAt: null,
    stoppedAt: isLive ? null : now,
  })),
}
const person = { personId: copy.personId, name: 'Zoë', from: 'Pierpoint Police', submittedAt: now }
const signed = { frame, copy, now, zone, back: '/releases', noteId: copy.id }

const pages: Record<string, ReturnType<typeof SignPage>> = {
  ...Object.fromEntries(
    stepsOf(signing)
      .filter((step) => !step.endsWith('-1'))
      .map((step) => [`the step “${step}”`, stepPage(signing, step)]),
  ),
  ...Object.fromEntries(
    (['start', 'interest', 'who', 'why'] as const).map((step) => [
      `the step “${step}”, not answered`,
      stepPage(unanswered, step, {}),
    ]),
  ),
  ...Object.fromEntries(
    (['charge', 'held', 'stop'] as const).map((step) => [
      `for a charge, the step “${step}”`,
      stepPage(sampleSigning(MONITORED), step),
    ]),
  ),
  'for a charge, nothing answered': stepPage(sampleSigning({ kind: ['criminal-justice'] }), 'charge', {}),
  ...Object.fromEntries(
    (['start', 'signer', 'through', 'passes'] as const).map((step) => [
      `through others, the step “${step}”`,
      stepPage(through, step),
    ]),
  ),
  'with a parent, the step “signer”': stepPage(minor, 'signer', {}),
  'with a parent, the last step': stepPage(minor, 'sign'),
  'the last step, not signed': SignPage({
    ...{ frame, signing, step: 'sign', form, sent: { strokes: ['M10 10L20 20'] } },
    errors: { signature: 'Dibuje su firma o escriba su nombre.', agree: 'Marque esto.' },
  }),
  'the paper': PaperPage({ frame, signing, form }),
  'what is attested': AttestPage({ frame, signing, form, fields: {}, errors: { holds: 'Mark this.' } }),
  'just signed': SignedPage({ ...signed, noteSent: true }),
  'just signed, with an address that is none': SignedPage({
    ...signed,
    email: 'x',
    error: 'Escriba un correo.',
  }),
  'not today': NotTodayPage({ frame, lang: 'es', back: '/releases' }),
  'a release on paper': ReleaseCopyPage({
    ...{ frame, copy, now, zone, scans: [scan], said: 'kept' },
  }),
  'a release on paper, with a file that is none': ReleaseCopyPage({
    ...{ frame, copy, now, zone, scans: [], error: 'Choose a file first.' },
  }),
  'a release': ReleaseCopyPage({ frame, copy, now, zone, said: 'stopped' }),
  people: PeoplePage({ frame, people: [person], now, zone }),
  'nobody yet': PeoplePage({ frame, people: [], now, zone }),
  'what somebody signed': PersonReleasesPage({
    ...{ frame, person, now, zone, newReleaseId: copy.id },
    releases: [copy, copy],
  }),
  'somebody who signed nothing': PersonReleasesPage({
    ...{ frame, person, now, zone, newReleaseId: copy.id },
    releases: [],
  }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) => [390, 1280].map((width) => ({ name, width, made }))),
)('$name can be used by everybody at $width px', async ({ made, width }) => {
  expect(await check.faultsOf(made, width)).toEqual([])
})
