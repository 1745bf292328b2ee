import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type FoundService, NEEDS, PAYERS } from '#network'
import type { PathwayChoice } from '#pathways'
import type { FormFields } from '#platform/http/form-body.ts'
import { readText, sampleFrame, ZONE } from '#tests/support/sample-referral.ts'
import type { Receivers } from './find-receivers.ts'
import { MakeReferralPage } from './make-referral.page.tsx'
import { ReceiverTiles } from './receivers.page.tsx'
import { CONTACT_WAYS } from './referral.ts'

const place = (changes: Partial<FoundService> = {}): FoundService =>
  ({
    serviceId: newId(),
    serviceName: 'Detox and residential treatment',
    providerName: 'Lantern House',
    street: '14 Dock Street',
    city: 'Pierpoint',
    miles: 0.34,
    openness: { state: 'open' },
    reasons: [
      { kind: 'fits', text: 'Takes Medicaid' },
      { kind: 'unsure', text: 'Ages not known' },
      { kind: 'against', text: 'No methadone' },
      { kind: 'fits', text: 'A fourth reason' },
    ],
    ...changes,
  }) as FoundService

const receivers = (changes: Partial<Receivers> = {}): Receivers => ({
  places: [place(), place({ providerName: 'Open Door' })],
  near: 'Pierpoint',
  fitsNeeds: true,
  missing: [],
  ...changes,
})

const id = newId()
const page = (
  fields: FormFields = {},
  errors?: Record<string, string>,
  choice: PathwayChoice = { pathways: [], usual: undefined },
) =>
  String(
    MakeReferralPage({
      frame: sampleFrame,
      zone: ZONE,
      organizationName: 'Pierpoint Police',
      id,
      fields,
      receivers: receivers(),
      choice,
      ...(errors ? { errors } : {}),
    }),
  )

describe('the form of a referral', () => {
  test('asks for each thing that is read from it', () => {
    const html = page()
    const asked = new Set([...html.matchAll(/ name="([\w-]+)"/g)].map((match) => match[1]))
    for (const name of [
      'needs',
      'name',
      'whereabouts',
      'payer',
      'agreesToContact',
      'contactWay',
      'contact',
      'serviceId',
    ])
      expect(asked).toContain(name)
    expect(html).toContain(`<input type="hidden" name="id" value="${id}"/>`)
    expect(html).toContain('action="/referrals"')
    expect(html).toContain('data-draft-url="/field/referral/draft"')
  })

  test('offers every need, insurance and way to be reached in words', () => {
    const text = readText(page())
    for (const words of [NEEDS, PAYERS, CONTACT_WAYS].flatMap((list) => Object.values(list)))
      expect(text).toContain(words)
  })

  test('says first that it is the person’s choice, and at the end who can see it', () => {
    const text = readText(page())
    for (const words of [
      'This is your choice. If you say no, nothing gets worse.',
      'Only the place you choose will see this, and you.',
      'Pierpoint Police',
      'You will hear back only what the person agrees to.',
      'Sending twice makes one referral.',
    ])
      expect(text).toContain(words)
  })

  test('comes back filled in as it was, with a sentence at each field that has to change', () => {
    const fields = {
      name: ['Quimby'],
      whereabouts: ['Ferry ramp'],
      needs: ['shelter'],
      agreesToContact: ['yes'],
    }
    const html = page(fields, { contactWay: 'Choose how to reach them.', form: 'Not as it is.' })
    for (const kept of ['value="Quimby"', 'value="Ferry ramp"']) expect(html).toContain(kept)
    expect(html).toMatch(/value="shelter" checked/)
    expect(html).toContain('<title>Error: Make a referral | Causeway</title>')
    const text = readText(html)
    expect(text.match(/Choose how to reach them\./g)).toHaveLength(2)
    expect(text).toContain('Not as it is.')
  })
})

describe('the places to choose from', () => {
  const tiles = (changes: Partial<Receivers> = {}, chosen?: string) =>
    String(ReceiverTiles({ receivers: receivers(changes), chosen }))

  test('each say what and where they are, whether they are open, and why they are there', () => {
    const text = readText(tiles())
    for (const words of [
      'Lantern House',
      'Detox and residential treatment',
      '0.3 miles',
      '14 Dock Street, Pierpoint',
      'Open now',
      'Takes Medicaid',
      'Ages not known',
      'No methadone',
      'Best fit first, near Pierpoint.',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('A fourth reason')
  })

  test.each<[state: FoundService['openness']['state'], words: string]>([
    ['open', 'Open now'],
    ['closes-soon', 'Closes soon'],
    ['shut', 'Closed now'],
    ['unknown', 'Hours not known'],
  ])('that are %s say “%s”', (state, words) => {
    const places = [place({ openness: { state } as FoundService['openness'] })]
    expect(readText(tiles({ places }))).toContain(words)
  })

  test('leave out what is not known of them', () => {
    const text = readText(tiles({ places: [place({ miles: undefined, street: null, city: 'Pierpoint' })] }))
    expect(text).toContain('Detox and residential treatment. Pierpoint')
    expect(text).not.toMatch(/miles|null|undefined/)
  })

  test('have the chosen one chosen, or else the first', () => {
    const places = [place(), place({ providerName: 'Open Door' })]
    const chosenIn = (html: string) => /value="([^"]+)" checked/.exec(html)?.[1]
    expect(chosenIn(tiles({ places }, places[1]?.serviceId))).toBe(places[1]?.serviceId)
    for (const chosen of [undefined, newId()])
      expect(chosenIn(tiles({ places }, chosen))).toBe(places[0]?.serviceId)
  })

  test('begin with whoever fits best until somebody says what would help', () => {
    const html = tiles({ fitsNeeds: false })
    expect(readText(html)).toContain('Whoever fits best')
    expect(html).toMatch(/value="best-fit" checked/)
    expect(readText(tiles())).not.toContain('Whoever fits best')
  })

  test('that are none say what to do instead', () => {
    expect(readText(tiles({ places: [] }))).toContain('No place in your county fits what you chose.')
  })
})
