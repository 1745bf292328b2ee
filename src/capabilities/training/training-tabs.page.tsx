import { ChipLinks } from '#design'
import type { Role } from '#kernel/actor.ts'

/** Who sees how their organization stands. */
export const SUPERVISORS = ['sergeant', 'trainer', 'manager', 'administrator'] as const satisfies Role[]
/** Who says what is to be learned, and records what was learned elsewhere. */
export const KEEPERS = ['trainer', 'manager', 'administrator'] as const satisfies Role[]

export const isOneOf = (roles: readonly Role[], of: readonly Role[]): boolean =>
  roles.some((role) => of.includes(role))

const TABS = [
  ['/training', 'Mine', undefined],
  ['/training/board', 'Board', SUPERVISORS],
  ['/training/sessions', 'Sessions', SUPERVISORS],
  ['/training/results', 'What works', SUPERVISORS],
  ['/training/settings', 'Settings', KEEPERS],
] as const

/** The pages of training, for whoever has more than one. */
export const TrainingTabs = ({
  roles,
  current,
}: {
  roles: readonly Role[]
  current: (typeof TABS)[number][0]
}) => {
  const links = TABS.filter(([, , who]) => who === undefined || isOneOf(roles, who))
  return links.length > 1 ? (
    <ChipLinks
      label="Training"
      links={links.map(([href, label]) => ({ href, label, current: href === current }))}
    />
  ) : null
}
