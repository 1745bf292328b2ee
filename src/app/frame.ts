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
              { href: '/pathways', label: 'Pathways' },
              { href: '/agreements', label: 'Agreements' },
              { href: '/lawful-demand', label: 'A subpoena or warrant' },
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
const RELEASES: NavItem = { href: '/releases', label: 'Releases', icon: 'pen' }
const MEMBERS: NavItem = { href: '/members', label: 'Members', icon: 'people' }
const COUNTS: NavItem = { href: '/counts', label: 'Counts', icon: 'chart' }
const PRIVACY: NavItem = { href: '/privacy', label: 'Privacy', icon: 'shield' }
const IMPORTS: NavItem = { href: '/imports', label: 'Imports', icon: 'list' }
const PATHWAYS: NavItem = { href: '/pathways', label: 'Pathways', icon: 'walk' }
const APPROVALS: NavItem = { href: '/approvals', label: 'Approvals', icon: 'check' }
const SUPPLIES: NavItem = { href: '/supplies', label: 'Supplies', icon: 'box' }
const VISITS: NavItem = { href: '/visits', label: 'Visits', icon: 'door' }
const TRAINING: NavItem = { href: '/training', label: 'Training', icon: 'cap' }
const TODAY: NavItem = { href: '/today', label: 'Today', icon: 'clock' }
const PEOPLE: NavItem = { href: '/cases', label: 'People', icon: 'people' }
const HELD: NavItem = { href: '/diversions', label: 'Diversions', icon: 'clock' }
const MORE: NavItem = { href: '/start', label: 'More', icon: 'list' }
const PLACES: NavItem = { href: '/places', label: 'Places', icon: 'map' }

/**
 * The pages of a member's work; the first is the one on which it begins. Five fit a phone, and the last leads to all that
 * they can open.
 */
export const navigationOf = (roles: readonly Role[]): readonly NavItem[] => {
  const is = (...some: readonly Role[]) => some.some((role) => roles.includes(role))
  const keeps = is('administrator') ? [MEMBERS] : []
  if (is('officer', 'sergeant'))
    return [
      { href: '/field', label: 'Home', icon: 'home' },
      { href: '/referrals', label: 'Referrals', icon: 'hands' },
      ...(is('sergeant') ? [APPROVALS] : [PLACES]),
      TRAINING,
      ...keeps,
      MORE,
    ]
  if (is('provider', 'harm-reduction'))
    return [
      { href: '/desk', label: 'Incoming', icon: 'hands' },
      is('harm-reduction') ? SUPPLIES : PEOPLE,
      PLACES,
      RELEASES,
      ...keeps,
      MORE,
    ]
  if (!is('privacy-officer') && roles.some(followsPeople))
    return [TODAY, PEOPLE, ...(roles.some(givesCodes) ? [RELEASES] : [VISITS]), PLACES, ...keeps, MORE]
  if (is('privacy-officer')) return [PRIVACY, PLACES, ...keeps, MORE]
  return [
    { href: '/start', label: 'Start', icon: 'home' },
    PLACES,
    ...(is('manager') ? [PATHWAYS, APPROVALS, COUNTS] : []),
    ...(is('prosecutor') ? [HELD, APPROVALS] : []),
    ...(is('trainer') ? [TRAINING] : []),
    ...keeps,
    ...(is('administrator') && !is('manager') ? [AGREEMENTS, IMPORTS] : []),
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
