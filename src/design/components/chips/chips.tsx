import { FieldGroup, type FieldGroupProps, fieldId } from '../field/field.tsx'
import { Icon } from '../icon/icon.tsx'
import { choiceId } from '../radio-tiles/radio-tiles.tsx'

export type ChipOption = { value: string; label: string }

export type ChipsProps = FieldGroupProps & {
  options: readonly ChipOption[]
  /** What is chosen. */
  values?: readonly string[] | undefined
  /** Any of them, or one of them. */
  choose: 'any' | 'one'
  /** Joined edge to edge, for a short scale such as Full, 1, 2, 3+. */
  joined?: boolean | undefined
  required?: boolean | undefined
}

/** Short words to choose from: native checkboxes or radios under pills that wrap. A chosen one gains a tick and weight. */
export const Chips = (props: ChipsProps) => {
  const id = fieldId(props)
  return (
    <FieldGroup {...props}>
      <div class={props.joined ? 'cw-seg' : 'cw-chips'}>
        {props.options.map(({ value, label }, index) => (
          <span class="cw-chip">
            <input
              type={props.choose === 'one' ? 'radio' : 'checkbox'}
              name={props.name}
              id={choiceId(id, index)}
              value={value}
              checked={props.values?.includes(value)}
              required={props.choose === 'one' && props.required}
            />
            <label for={choiceId(id, index)}>{label}</label>
          </span>
        ))}
      </div>
    </FieldGroup>
  )
}

export type ChipLinksProps = {
  label: string
  links: readonly { href: string; label: string; current?: boolean | undefined }[]
}

/** The same pills as links, to look at a list another way: "Mine, 11", "Team, 34". */
export const ChipLinks = ({ label, links }: ChipLinksProps) => (
  <nav class="cw-chips" aria-label={label}>
    {links.map((link) => (
      <a class="cw-chip" href={link.href} aria-current={link.current ? 'true' : undefined}>
        {link.label}
      </a>
    ))}
  </nav>
)

export type ChosenChipsProps = {
  label: string
  /** Each with the address of the same page without it. */
  chosen: readonly { href: string; label: string }[]
  /** Said to a screen reader before each: "Take away". */
  takeAway: string
}

/** What a list was asked for: each pill takes itself away. */
export const ChosenChips = ({ label, chosen, takeAway }: ChosenChipsProps) => (
  <ul class="cw-chips is-chosen" aria-label={label}>
    {chosen.map((one) => (
      <li>
        <a class="cw-chip" href={one.href}>
          <span>
            <span class="usa-sr-only">{takeAway}: </span>
            {one.label}
          </span>
          <Icon name="x" />
        </a>
      </li>
    ))}
  </ul>
)
