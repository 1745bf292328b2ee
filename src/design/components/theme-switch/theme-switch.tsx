import { type Lang, themeWords } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'

/** `none` follows the device. */
export type Theme = 'none' | 'light' | 'night' | 'contrast'

export type ThemeSwitchProps = {
  theme: Theme
  /** The path to come back to; the route must accept only paths of this site. */
  returnTo: string
  lang?: Lang | undefined
}

const choices: readonly { value: Theme; icon: IconName }[] = [
  { value: 'none', icon: 'device' },
  { value: 'light', icon: 'sun' },
  { value: 'night', icon: 'moon' },
  { value: 'contrast', icon: 'contrast' },
]

/** Reads a theme cookie: anything unknown follows the device. */
export const readTheme = (value: string | undefined): Theme =>
  choices.find((choice) => choice.value === value)?.value ?? 'none'

/** Four buttons that post `value` and `returnTo` to /theme; the one in use says it is pressed. Works without script. */
export const ThemeSwitch = ({ theme, returnTo, lang = 'en' }: ThemeSwitchProps) => {
  const words = themeWords[lang]
  return (
    <form class="cw-theme" method="post" action="/theme">
      <input type="hidden" name="returnTo" value={returnTo} />
      <fieldset>
        <legend class="muted small">{words.legend}</legend>
        {choices.map(({ value, icon }) => (
          <button type="submit" name="value" value={value} aria-pressed={value === theme ? 'true' : 'false'}>
            <Icon name={icon} />
            {words[value]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
