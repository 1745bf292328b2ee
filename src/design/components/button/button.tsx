import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'

export type ButtonLook = {
  /** One primary (filled) button a page, or one a row in a queue; `danger` asks first, `emergency` is 911 only. */
  kind?: 'primary' | 'outline' | 'danger' | 'emergency' | 'plain' | undefined
  /** 56 px high, for the field. */
  big?: boolean | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
  /** Said to a screen reader after the words, when several buttons say the same: " sharing with Carla". */
  hiddenWords?: string | undefined
  id?: string | undefined
  children?: Child
}

export type ButtonProps = ButtonLook & {
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formaction?: string | undefined
  /** Skips the browser's own checks: for "save and stop" beside "send". */
  formnovalidate?: boolean | undefined
}

export type ButtonLinkProps = ButtonLook & { href: string; rel?: string | undefined }

const kindClass = {
  primary: undefined,
  outline: 'usa-button--outline',
  danger: 'usa-button--danger',
  emergency: 'usa-button--secondary',
  plain: 'usa-button--unstyled',
} as const

const lookClass = ({ kind = 'primary', big, wide }: ButtonLook) =>
  classNames('usa-button', kindClass[kind], big && 'usa-button--big', wide && 'wide')

const Face = ({ icon, hiddenWords, children }: ButtonLook) => (
  <>
    {icon && <Icon name={icon} />}
    <span>
      {children}
      {hiddenWords && <span class="usa-sr-only">{hiddenWords}</span>}
    </span>
  </>
)

/** A native button, `submit` unless told otherwise. At least 44 px high and wide. */
export const Button = (props: ButtonProps) => (
  <button
    class={lookClass(props)}
    type={props.type ?? 'submit'}
    id={props.id}
    name={props.name}
    value={props.value}
    form={props.form}
    formaction={props.formaction}
    formnovalidate={props.formnovalidate}
  >
    <Face {...props} />
  </button>
)

/** A link that looks like a button: it goes somewhere or calls (`tel:`), and never changes anything. */
export const ButtonLink = (props: ButtonLinkProps) => (
  <a class={lookClass(props)} href={props.href} rel={props.rel} id={props.id}>
    <Face {...props} />
  </a>
)
