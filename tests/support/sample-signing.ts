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

export const CHARGE = {
  id: 'charge',
  reference: 'Packet 12',
  heldBy: 'prosecutor',
  officeName: 'County Prosecutor',
  decideBy: '2027-05-01',
}
const MONITOR = { id: 'monitor', name: 'Helen Marsh', organizationId: 'prosecutor' }
const SUPERVISOR = { id: 'supervisor', name: 'Ines Alder', organizationId: 'lantern' }

/** What a release under 2.35 is asked besides. */
export const MONITORED: FormFields = {
  kind: ['criminal-justice'],
  charge: ['charge'],
  monitor: ['monitor'],
  duty: ['to decide whether to file the charge'],
  period: ['the program takes six months'],
  revocable: ['disposition'],
  supervisor: ['supervisor'],
  counsel: ['A. Counsel'],
  recipients: ['prosecutor'],
  'interest-prosecutor': ['So that the charge is not filed'],
  'classes-prosecutor': ['engaged'],
  purpose: ['charge'],
}

/** Every step answered, in Spanish: navigators and police are told, each its own. */
export const sampleSigning = (changes: FormFields = {}): Signing => ({
  id: '0199d000-0001-7000-8000-00000000000a',
  personId: '0199d000-0001-7000-8000-00000000000b',
  startedOn: '2026-11-24',
  discloserName: 'Lantern House',
  partners: Object.values(PLACES),
  minors: 'nobody',
  ...{ charges: [CHARGE], monitors: [MONITOR], supervisors: [SUPERVISOR] },
  fields: {
    lang: ['es'],
    personName: ['Zoë Ibáñez'],
    signer: ['self'],
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
