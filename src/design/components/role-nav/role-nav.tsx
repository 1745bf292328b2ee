import { frameWords, type Lang } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'

export type NavItem = {
  href: string
  label: string
  icon: IconName
  /** How many wait there; nothing shows for 0. */
  count?: number | undefined
  /** What the count means, for a screen reader: "waiting" unless said. */
  countWord?: string | undefined
}

export type RoleNavProps = {
  items: readonly NavItem[]
  /** The `href` of the item this page belongs to. */
  current?: string | undefined
  label?: string | undefined
  lang?: Lang | undefined
}

/** The pages of one role: tabs at the bottom of a phone, a row under the bar on a desktop. At most five. */
export const RoleNav = ({ items, current, label, lang = 'en' }: RoleNavProps) => (
  <nav class="cw-nav" aria-label={label ?? frameWords[lang].main}>
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
            <Icon name={item.icon} />
            {item.label}
            {item.count ? (
              <b>
                <span class="usa-sr-only">, </span>
                {item.count}
                <span class="usa-sr-only">{` ${item.countWord ?? frameWords[lang].waiting}`}</span>
              </b>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
