import type { NewMember } from '#identity'
import { demoId } from './demo-id.ts'
import { ORGANIZATIONS } from './organizations.ts'

type Invented = Omit<NewMember, 'jurisdictionId'>

/** One member for each role. */
export const MEMBERS: readonly Invented[] = [
  {
    id: demoId(3, 1),
    organizationId: ORGANIZATIONS.police.id,
    name: 'Officer T. Reyes',
    title: 'Night shift',
    email: 't.reyes@pierpoint-police.example.org',
    roles: ['officer'],
  },
  {
    id: demoId(3, 2),
    organizationId: ORGANIZATIONS.police.id,
    name: 'Sgt. M. Okafor',
    title: 'Night shift',
    email: 'm.okafor@pierpoint-police.example.org',
    roles: ['sergeant'],
  },
  {
    id: demoId(3, 3),
    organizationId: ORGANIZATIONS.recovery.id,
    name: 'Walt Brennan',
    title: 'Angel volunteer',
    email: 'w.brennan@harbor-recovery.example.org',
    roles: ['angel'],
  },
  {
    id: demoId(3, 4),
    organizationId: ORGANIZATIONS.navigators.id,
    name: 'Dana Whitfield',
    title: 'On call',
    email: 'd.whitfield@harbor-navigators.example.org',
    roles: ['navigator'],
  },
  {
    id: demoId(3, 5),
    organizationId: ORGANIZATIONS.navigators.id,
    name: 'Luis Ortega',
    title: 'Case manager',
    email: 'l.ortega@harbor-navigators.example.org',
    roles: ['case-manager'],
  },
  {
    id: demoId(3, 6),
    organizationId: ORGANIZATIONS.lantern.id,
    name: 'Front desk',
    title: 'Intake desk',
    email: 'front-desk@lantern-house.example.org',
    roles: ['provider'],
  },
  {
    id: demoId(3, 7),
    organizationId: ORGANIZATIONS.tideline.id,
    name: 'Priya Nair',
    title: 'Outreach',
    email: 'p.nair@tideline.example.org',
    roles: ['harm-reduction'],
  },
  {
    id: demoId(3, 8),
    organizationId: ORGANIZATIONS.prosecutor.id,
    name: 'Helen Marsh',
    title: 'Diversion liaison',
    email: 'h.marsh@harbor-prosecutor.example.org',
    roles: ['prosecutor'],
  },
  {
    id: demoId(3, 9),
    organizationId: ORGANIZATIONS.publicHealth.id,
    name: 'Grace Lindqvist',
    title: 'Program manager',
    email: 'g.lindqvist@harbor-health.example.org',
    roles: ['manager'],
  },
  {
    id: demoId(3, 10),
    organizationId: ORGANIZATIONS.police.id,
    name: 'Lt. A. Pell',
    title: 'Training',
    email: 'a.pell@pierpoint-police.example.org',
    roles: ['trainer'],
  },
  {
    id: demoId(3, 11),
    organizationId: ORGANIZATIONS.publicHealth.id,
    name: 'Samuel Adeyemi',
    title: 'Privacy officer',
    email: 's.adeyemi@harbor-health.example.org',
    roles: ['privacy-officer'],
  },
  {
    id: demoId(3, 12),
    organizationId: ORGANIZATIONS.publicHealth.id,
    name: 'Nora Castellano',
    title: 'Administrator',
    email: 'n.castellano@harbor-health.example.org',
    roles: ['administrator'],
  },
]
