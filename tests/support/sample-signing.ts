import type { FormFields } from '#platform/http/form-body.ts'
import type { Signing } from '../../src/capabilities/signing/signing.ts'

export const PLACES = {
  navigators: {
    id: 'navigators',
    name: 'Harbor Navigators',
    kind: 'case-management',
    isCriminalJustice: false,
  },
  clinic: { id: 'clinic', name: 'Open Door Clinic', kind: 'treatment-provider', isCriminalJustice: false },
  police: { id: 'police', name: 'Pierpoint Police', kind: 'police', isCriminalJustice: true },
  prosecutor: { id: 'prosecutor', name: 'County Prosecutor', kind: 'prosecutor', isCriminalJustice: true },
} as const

/** Every step answered, in Spanish: navigators and police are told, each its own. */
export const sampleSigning = (changes: FormFields = {}): Signing => ({
  id: '0199d000-0001-7000-8000-00000000000a',
  personId: '0199d000-0001-7000-8000-00000000000b',
  startedOn: '2026-11-24',
  discloserName: 'Lantern House',
  partners: Object.values(PLACES),
  fields: {
    lang: ['es'],
    personName: ['Zoë Ibáñez'],
    isAdult: ['yes'],
    kind: ['named'],
    proposed: ['navigators', 'police', 'clinic'],
    'interest-police': ['So that nobody keeps looking for them'],
    recipients: ['navigators', 'police'],
    'classes-navigators': ['identity', 'care-plan'],
    'classes-police': ['handoff', 'enrolled'],
    purpose: ['safe'],
    'until-navigators': ['case'],
    'until-police': ['30'],
    ...changes,
  },
})
