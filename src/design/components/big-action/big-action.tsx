import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'

export type BigActionProps = {
  href: string
  icon: IconName
  /** The act, in the words of who does it: "I gave naloxone". */
  title: string
  /** What it takes, or how things stand: "About one minute. Works with no signal." */
  note?: string | undefined
  /** The one that is done most; filled, across the whole width. */
  first?: boolean | undefined
}

/** A link the size of a thumb in a glove: 80 px high, a picture, a title, a line. */
export const BigAction = ({ href, icon, title, note, first }: BigActionProps) => (
  <a class={classNames('cw-act', first && 'first')} href={href}>
    <span class="cw-glyph is-teal">
      <Icon name={icon} />
    </span>
    <span>
      <b>{title}</b>
      {note && <span class="muted">{note}</span>}
    </span>
    <Icon name="go" />
  </a>
)
