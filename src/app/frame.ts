import { type Assets, clockTime, type NavItem, readTheme } from '#design'
import type { Frame, SignedIn } from '#identity'
import type { Role } from '#kernel/actor.ts'

/** What whoever asks for a page brings, as `recognise` knows it. */
export type FrameFacts = {
  readonly signedIn: SignedIn | undefined
  readonly path: string
  readonly cookie: (name: string) => string | undefined
}

export const THEME_COOKIE = 'theme'

/** The frame around every page: whose it is, who is signed in, where they can go, and the theme they chose. */
export const frameOf =
  ({ assets, demo }: { assets: Assets; demo: boolean }) =>
  ({ signedIn, path, cookie }: FrameFacts): Frame => {
    const theme = readTheme(cookie(THEME_COOKIE))
    const footer = {
      name: signedIn ? `Causeway in ${signedIn.jurisdictionName}` : 'Causeway',
      run: demo ? 'Sample data: every name, place and number here is invented.' : undefined,
      links: [
        { href: '/', label: 'Find help' },
        { href: '/library', label: 'Library' },
        { href: '/law', label: 'What the law says' },
        ...(signedIn
          ? [
              ...(signedIn.actor.roles.includes('provider')
                ? [{ href: '/today', label: 'Today and people' }]
                : []),
              { href: '/pathways', label: 'Pathways' },
              { href: '/agreements', label: 'Agreements' },
              { href: '/lawful-demand', label: 'A subpoena or warrant' },
              { href: '/training', label: 'Training' },
            ]
          : []),
        ...(demo ? [{ href: '/demo/outbox', label: 'Messages sent' }] : []),
      ],
    }
    if (!signedIn) return { assets, theme, footer }
    const nav = navigationOf(signedIn.actor.roles)
    return {
      assets,
      theme,
      footer,
      nav,
      home: nav[0]?.href,
      current: nav.find(({ href }) => isWithin(path, href))?.href,
      place: [signedIn.organizationName, ...(signedIn.title ? [signedIn.title] : [])],
      person: {
        name: signedIn.name,
        note: `Signed in until ${clockTime(signedIn.sessionEndsAt, { zone: signedIn.timeZone })} at the latest.`,
        links: [
          { href: '/account', label: 'Your account', icon: 'device' },
          { href: '/account/passkeys', label: 'How you sign in', icon: 'lock' },
        ],
        theme,
        returnTo: path,
        signOutAction: '/sign-out',
      },
    }
  }

const AGREEMENTS: NavItem = { href: '/agreements', label: 'Agreements', icon: 'file' }
const CODES: NavItem = { href: '/codes', label: 'Codes', icon: 'lock' }
const RELEASES: NavItem = { href: '/releases', label: 'Releases', icon: 'pen' }
const MEMBERS: NavItem = { href: '/members', label: 'Members', icon: 'people' }
const EMERGENCY: NavItem = { href: '/break-glass', label: 'Emergency', icon: 'alert' }
const COUNTS: NavItem = { href: '/counts', label: 'Counts', icon: 'chart' }
const PRIVACY: NavItem = { href: '/privacy', label: 'Privacy', icon: 'shield' }
const IMPORTS: NavItem = { href: '/imports', label: 'Imports', icon: 'list' }
const PATHWAYS: NavItem = { href: '/pathways', label: 'Pathways', icon: 'walk' }
const APPROVALS: NavItem = { href: '/approvals', label: 'Approvals', icon: 'check' }
const SUPPLIES: NavItem = { href: '/supplies', label: 'Supplies', icon: 'box' }
const TRAINING: NavItem = { href: '/training', label: 'Training', icon: 'cap' }
const TODAY: NavItem = { href: '/today', label: 'Today', icon: 'list' }
const PEOPLE: NavItem = { href: '/cases', label: 'People', icon: 'people' }
const HELD: NavItem = { href: '/diversions', label: 'Held charges', icon: 'clock' }
const PLACES: NavItem = { href: '/places', label: 'Places', icon: 'map' }

/** The pages of a member's work; the first is the one on which it begins. */
export const navigationOf = (roles: readonly Role[]): readonly NavItem[] => {
  const keeps = roles.includes('administrator') ? [MEMBERS] : []
  if (roles.some((role) => role === 'officer' || role === 'sergeant'))
    return [
      { href: '/field', label: 'Home', icon: 'home' },
      { href: '/referrals', label: 'Referrals', icon: 'hands' },
      // Six would not fit a phone; sergeants find a place from their home.
      ...(roles.includes('sergeant') ? [] : [PLACES]),
      { ...SUPPLIES, label: 'Naloxone', icon: 'spray' },
      TRAINING,
      ...(roles.includes('sergeant') ? [APPROVALS] : []),
      ...keeps,
    ]
  if (roles.some((role) => role === 'provider' || role === 'harm-reduction'))
    return [
      { href: '/desk', label: 'Incoming', icon: 'hands' },
      ...(roles.includes('harm-reduction') ? [SUPPLIES] : []),
      PLACES,
      RELEASES,
      ...(roles.some(givesCodes) ? [CODES] : []),
      ...(roles.includes('provider') ? [EMERGENCY] : []),
      ...keeps,
    ]
  if (!roles.includes('privacy-officer') && roles.some(followsPeople))
    return [
      TODAY,
      PEOPLE,
      PLACES,
      ...(roles.some(givesCodes) ? [RELEASES, CODES] : []),
      ...(roles.includes('manager') ? [PATHWAYS, COUNTS] : []),
      ...keeps,
    ]
  return [
    roles.includes('privacy-officer') ? PRIVACY : { href: '/start', label: 'Start', icon: 'home' },
    PLACES,
    ...(roles.some(givesCodes) ? [RELEASES, CODES] : []),
    ...(roles.includes('manager') ? [PATHWAYS, APPROVALS, COUNTS] : []),
    ...(roles.includes('prosecutor') ? [HELD, APPROVALS] : []),
    ...(roles.includes('trainer') ? [TRAINING] : []),
    ...keeps,
    // Six would not fit a phone; managers reach their agreements from the foot of each page, and imports from the places.
    ...(roles.includes('administrator') && !roles.includes('manager') ? [AGREEMENTS, IMPORTS] : []),
  ]
}

/** Whose day begins with a queue. */
const followsPeople = (role: Role): boolean =>
  role === 'angel' || role === 'navigator' || role === 'case-manager'

/** Who gives people the code to their own page. */
const givesCodes = (role: Role): boolean =>
  role === 'navigator' || role === 'case-manager' || role === 'provider'

const isWithin = (path: string, href: string): boolean =>
  path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`)
