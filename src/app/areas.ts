import type { IconName } from '#design'
import type { SignedIn } from '#identity'
import type { Role } from '#kernel/actor.ts'

/** A part of the product that has a page of its own, as the page of all that a member can open lists it. */
export type Area = {
  readonly href: string
  readonly label: string
  /** What somebody does there, in a few words. */
  readonly note: string
  readonly icon: IconName
  /** Who finds something there; everybody where nothing is said. The page itself decides who may. */
  readonly roles?: readonly Role[]
  /** Not for police, prosecutors and courts, whose members may hold the same roles. */
  readonly helpersOnly?: boolean
}

export type AreaGroup = { readonly title: string; readonly areas: readonly Area[] }

const FIELD: readonly Role[] = ['officer', 'sergeant']
const SENDERS: readonly Role[] = [...FIELD, 'angel', 'navigator', 'case-manager']
const DESKS: readonly Role[] = ['provider', 'harm-reduction', 'navigator', 'case-manager']
const HELPERS: readonly Role[] = ['navigator', 'case-manager', 'provider']
const FOLLOWERS: readonly Role[] = ['angel', ...HELPERS]
const KEEPERS: readonly Role[] = ['manager', 'administrator']

const CARRIERS: readonly Role[] = [...SENDERS, 'provider', 'harm-reduction', 'manager']

const AREAS: readonly AreaGroup[] = [
  {
    title: 'People',
    areas: [
      {
        href: '/today',
        label: 'Today',
        note: 'What is due, by urgency',
        icon: 'list',
        roles: FOLLOWERS,
        helpersOnly: true,
      },
      {
        href: '/cases',
        label: 'People',
        note: 'With whom you work',
        icon: 'people',
        roles: FOLLOWERS,
        helpersOnly: true,
      },
      { href: '/field', label: 'Refer somebody', note: 'In about a minute', icon: 'hands', roles: SENDERS },
      { href: '/referrals', label: 'Referrals', note: 'What you sent', icon: 'send', roles: SENDERS },
      { href: '/desk', label: 'Incoming', note: 'Who waits for your answer', icon: 'door', roles: DESKS },
      {
        href: '/diversions',
        label: 'Diversions',
        note: 'Clocks, packets, held charges',
        icon: 'clock',
        roles: [...SENDERS, 'provider', 'prosecutor'],
      },
      {
        href: '/work-group',
        label: 'Work group',
        note: 'Meetings and their agenda',
        icon: 'people',
        roles: HELPERS,
      },
      {
        href: '/visits',
        label: 'Visits',
        note: 'Who walked in and asked for help',
        icon: 'door',
        roles: [...FIELD, 'angel', 'navigator', 'case-manager'],
      },
      { href: '/releases', label: 'Releases', note: 'Who may know what', icon: 'pen', roles: HELPERS },
      { href: '/codes', label: 'Codes', note: 'To a person’s own page', icon: 'lock', roles: HELPERS },
      {
        href: '/approvals',
        label: 'Approvals',
        note: 'Who waits for a yes',
        icon: 'check',
        roles: ['sergeant', 'prosecutor', 'manager'],
      },
      {
        href: '/break-glass',
        label: 'Emergency',
        note: 'A medical emergency (§ 2.51)',
        icon: 'alert',
        roles: ['provider'],
      },
    ],
  },
  {
    title: 'Places',
    areas: [
      { href: '/places', label: 'Find a place', note: 'Who can take somebody now', icon: 'search' },
      { href: '/places/map', label: 'Map', note: 'Where help is', icon: 'map' },
      {
        href: '/places/gaps',
        label: 'Gaps',
        note: 'What is missing where',
        icon: 'flag',
        roles: [...KEEPERS, 'navigator', 'case-manager'],
      },
      {
        href: '/places/to-check',
        label: 'Places that want a call',
        note: 'What has grown old',
        icon: 'phone',
        roles: [...KEEPERS, 'navigator', 'case-manager'],
        helpersOnly: true,
      },
      {
        href: '/places/new',
        label: 'Add a place',
        note: 'One that no list knows',
        icon: 'plus',
        roles: KEEPERS,
        helpersOnly: true,
      },
      { href: '/imports', label: 'Imports', note: 'Whole lists of places', icon: 'list', roles: KEEPERS },
      {
        href: '/syringe-programs',
        label: 'Syringe programs',
        note: 'Near a place, and its law',
        icon: 'recycle',
      },
      { href: '/partners/letters', label: 'Letters', note: 'To write to a program', icon: 'chat' },
    ],
  },
  {
    title: 'Supplies',
    areas: [
      {
        href: '/field/naloxone',
        label: 'I gave naloxone',
        note: 'In a minute',
        icon: 'spray',
        roles: CARRIERS,
      },
      { href: '/supplies', label: 'Supplies', note: 'Kits, lots, who carries', icon: 'box', roles: CARRIERS },
      {
        href: '/supplies/litter',
        label: 'Syringe litter',
        note: 'To pick up within 48 hours',
        icon: 'recycle',
        roles: ['harm-reduction', 'manager'],
        helpersOnly: true,
      },
      { href: '/litter', label: 'Report a used syringe', note: 'As anybody can', icon: 'pin' },
    ],
  },
  {
    title: 'Program',
    areas: [
      { href: '/pathways', label: 'Pathways', note: 'How people come in', icon: 'walk' },
      { href: '/agreements', label: 'Agreements', note: 'Between organizations', icon: 'file' },
      {
        href: '/counts',
        label: 'Counts',
        note: 'How often help was asked for',
        icon: 'chart',
        roles: ['manager'],
      },
      {
        href: '/visits/counts',
        label: 'Visits, counted',
        note: 'People, visits and what came of them',
        icon: 'chart',
        roles: [...FIELD, 'angel', 'navigator', 'case-manager', 'manager'],
      },
      { href: '/library', label: 'Library', note: 'What is known of what works', icon: 'book' },
      { href: '/library/questions', label: 'Questions', note: 'To a librarian', icon: 'chat' },
      { href: '/training', label: 'Training', note: 'Courses, certificates, who is trained', icon: 'cap' },
      { href: '/law', label: 'What the law says', note: 'State by state', icon: 'book' },
      { href: '/lawful-demand', label: 'A subpoena or warrant', note: 'What to answer', icon: 'shield' },
    ],
  },
  {
    title: 'Office',
    areas: [
      {
        href: '/privacy',
        label: 'Privacy office',
        note: 'Requests, reviews, ledger',
        icon: 'shield',
        roles: ['privacy-officer'],
      },
      {
        href: '/members',
        label: 'Members',
        note: 'Who has an account',
        icon: 'people',
        roles: ['administrator'],
      },
      { href: '/account', label: 'Your account', note: 'Devices, password, sessions', icon: 'device' },
    ],
  },
]

/** All that a member can open, by what it is about. */
export const areasFor = ({
  actor,
  isCriminalJustice,
}: Pick<SignedIn, 'actor' | 'isCriminalJustice'>): AreaGroup[] =>
  AREAS.map(({ title, areas }) => ({
    title,
    areas: areas.filter(
      ({ roles, helpersOnly }) =>
        (!roles || roles.some((role) => actor.roles.includes(role))) && !(helpersOnly && isCriminalJustice),
    ),
  })).filter(({ areas }) => areas.length > 0)
