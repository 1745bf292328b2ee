import type { NewOrganization } from '#identity'
import { demoId } from './demo-id.ts'

export const COUNTY = {
  id: demoId(1, 1),
  name: 'Harbor County',
  state: 'ME',
  timeZone: 'America/New_York',
  latitude: 44.3,
  longitude: -68.2,
  coordinatorEmail: 'coordinator@harbor-county.example.org',
  isDemo: true,
} as const

type Invented = Omit<NewOrganization, 'jurisdictionId'> & { readonly id: string }

/** Who takes part in Harbor County. Numbers 555-01xx are kept for invention, and example.org reaches nobody. */
export const ORGANIZATIONS = {
  police: {
    id: demoId(2, 1),
    name: 'Pierpoint Police',
    kind: 'police',
    phone: '207-555-0101',
    intakeEmail: 'desk@pierpoint-police.example.org',
  },
  navigators: {
    id: demoId(2, 2),
    name: 'Harbor Navigators',
    kind: 'case-management',
    phone: '207-555-0102',
    intakeEmail: 'on-call@harbor-navigators.example.org',
  },
  lantern: {
    id: demoId(2, 3),
    name: 'Lantern House',
    kind: 'treatment-provider',
    phone: '207-555-0103',
    intakeEmail: 'intake@lantern-house.example.org',
  },
  openDoor: {
    id: demoId(2, 4),
    name: 'Pierpoint Open Door Clinic',
    kind: 'treatment-provider',
    phone: '207-555-0104',
    intakeEmail: 'front-desk@open-door.example.org',
  },
  tideline: {
    id: demoId(2, 5),
    name: 'Tideline Harm Reduction',
    kind: 'harm-reduction',
    phone: '207-555-0105',
    intakeEmail: 'hello@tideline.example.org',
  },
  recovery: {
    id: demoId(2, 6),
    name: 'Harbor Recovery Center',
    kind: 'recovery-support',
    phone: '207-555-0106',
    intakeEmail: 'welcome@harbor-recovery.example.org',
  },
  publicHealth: {
    id: demoId(2, 7),
    name: 'Harbor County Public Health',
    kind: 'health-department',
    phone: '207-555-0107',
    intakeEmail: 'office@harbor-health.example.org',
  },
  prosecutor: {
    id: demoId(2, 8),
    name: 'Harbor County Prosecutor',
    kind: 'prosecutor',
    phone: '207-555-0108',
    intakeEmail: 'diversion@harbor-prosecutor.example.org',
  },
} as const satisfies Record<string, Invented>
