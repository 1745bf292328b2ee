import type { Child } from 'hono/jsx'
import { frameWords, type Lang } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'
import { type Theme, ThemeSwitch } from '../theme-switch/theme-switch.tsx'

export type PersonMenuProps = {
  /** As colleagues say it: "Officer T. Reyes". */
  name: string
  /** When the session ends, as a sentence: "Signed in until 7:00 AM. We warn you 10 minutes before." */
  note?: Child
  links?: readonly { href: string; label: string; icon?: IconName | undefined }[] | undefined
  theme: Theme
  returnTo: string
  /** Where the sign-out form posts. */
  signOutAction: string
  lang?: Lang | undefined
}

/**
 * First letters of the given and the family name: "Officer T. Reyes" is TR, "María de la Cruz" is MC.
 * Words that start small are particles; of three or more names the last two stay, so that a rank drops out.
 */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(-2)
    .map((word) => word.slice(0, 1))
    .join('')

/** A round mark with initials; hidden from assistive technology because the name stands beside it. */
export const Face = ({ name }: { name: string }) => (
  <span class="cw-face" aria-hidden="true">
    {initials(name)}
  </span>
)

/** A native disclosure: opens with Enter, Space or a tap, without script. On a phone only the face shows. */
export const PersonMenu = (props: PersonMenuProps) => {
  const lang = props.lang ?? 'en'
  return (
    <details class="cw-me">
      <summary>
        <Face name={props.name} />
        <span class="usa-sr-only">{`${frameWords[lang].menuFor} `}</span>
        <span class="name">{props.name}</span>
      </summary>
      <div>
        <p class="only-phone">
          <b>{props.name}</b>
        </p>
        {props.note && <p class="muted small">{props.note}</p>}
        {props.links?.map(({ href, label, icon }) => (
          <a href={href}>
            {icon && <Icon name={icon} />}
            {label}
          </a>
        ))}
        <ThemeSwitch theme={props.theme} returnTo={props.returnTo} lang={lang} />
        <form method="post" action={props.signOutAction}>
          <button type="submit">
            <Icon name="out" />
            {frameWords[lang].signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
