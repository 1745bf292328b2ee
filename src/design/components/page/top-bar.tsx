import type { Child } from 'hono/jsx'
import { frameWords, type Lang } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import { LanguageLink, type LanguageLinkProps } from '../language-link/language-link.tsx'
import { PersonMenu, type PersonMenuProps } from '../person-menu/person-menu.tsx'
import { Brand } from './brand.tsx'

export type TopBarProps = {
  home: string
  /** The organisation, or the county on a public page; two lines at most: ["Pierpoint Police", "Night shift"]. */
  place?: readonly string[] | undefined
  person?: PersonMenuProps | undefined
  language?: LanguageLinkProps | undefined
  /** An address outside, such as a weather page: shows "Quick exit". */
  exitTo?: string | undefined
  /** Anything else at the end of the bar, such as a link to sign in. */
  end?: Child
  lang?: Lang | undefined
}

/** "A public service of Harbor County", above the bar on public pages. */
export const OfficialBanner = ({ words, lang = 'en' }: { words: string; lang?: Lang | undefined }) => (
  <section class="usa-banner" aria-label={frameWords[lang].official}>
    <div>
      <Icon name="shield" />
      <span>{words}</span>
    </div>
  </section>
)

/** Brand, place, and at the end the person menu, or the language and the way out. */
export const TopBar = ({ home, place, person, language, exitTo, end, lang = 'en' }: TopBarProps) => (
  <header class="cw-bar">
    <div class="cw-top">
      <Brand href={home} />
      {place && (
        <span class="cw-place">
          {place.map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </span>
      )}
      <div class="cw-end">
        {end}
        {language && <LanguageLink {...language} />}
        {exitTo && (
          <quick-exit>
            <a class="usa-button cw-exit" href={exitTo} rel="noreferrer">
              {frameWords[lang].quickExit}
            </a>
          </quick-exit>
        )}
        {person && <PersonMenu {...person} />}
      </div>
    </div>
  </header>
)
