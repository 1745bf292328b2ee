import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { frameWords, type Lang } from '../../words.ts'
import { Footer, type FooterProps } from '../footer/footer.tsx'
import type { LanguageLinkProps } from '../language-link/language-link.tsx'
import type { PersonMenuProps } from '../person-menu/person-menu.tsx'
import { type NavItem, RoleNav } from '../role-nav/role-nav.tsx'
import type { Theme } from '../theme-switch/theme-switch.tsx'
import { UrgentStrip } from '../urgent-strip/urgent-strip.tsx'
import { OfficialBanner, TopBar } from './top-bar.tsx'

/** The addresses of the one stylesheet and the one module script; whoever serves them decides. */
export type Assets = {
  style: string
  script: string
  icon?: string | undefined
  manifest?: string | undefined
}

/** What a page of a member and a public page share. */
type Frame = {
  /** The page's own words; " | Causeway" is added, and "Error: " before it when the form came back. */
  title: string
  assets: Assets
  lang?: Lang | undefined
  theme?: Theme | undefined
  /** Where the brand leads; "/" unless said. */
  home?: string | undefined
  place?: readonly string[] | undefined
  footer?: FooterProps | undefined
  hasErrors?: boolean | undefined
  /** Used one-handed, outdoors: small text grows to 16 px and fields to 52 px. */
  field?: boolean | undefined
  /** A form that fills the phone: the tabs give way to its send bar. */
  form?: boolean | undefined
  /** A page of something that goes on: without script it is asked for again after so long. */
  refreshSeconds?: number | undefined
  /** A reading column of 46rem. */
  narrow?: boolean | undefined
  children?: Child
}

export type MemberFrame = Frame & {
  public?: false | undefined
  person?: PersonMenuProps | undefined
  nav?: readonly NavItem[] | undefined
  /** The `href` of the tab this page belongs to. */
  current?: string | undefined
}

export type PublicFrame = Frame & {
  public: true
  /** "A public service of Harbor County" */
  official: string
  language?: LanguageLinkProps | undefined
  /** The same page in each language, for search engines: `hreflang`. */
  alternates?: readonly { lang: Lang; href: string }[] | undefined
  /** Where "Quick exit" leads: an ordinary page outside, such as the weather. */
  exitTo: string
}

export type PageProps = MemberFrame | PublicFrame

/**
 * A whole document: skip link first, then the bar, the tabs, one `main`, the footer. A page brings its own `h1`.
 * The public frame keeps 911 and 988 in reach and offers the way out; it shows no account.
 */
export const Page = (props: PageProps) => {
  const lang = props.lang ?? 'en'
  const words = frameWords[lang]
  const nav = props.public ? undefined : props.nav
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={lang} data-theme={props.theme === 'none' ? undefined : props.theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${props.hasErrors ? `${words.error}: ` : ''}${props.title} | Causeway`}</title>
          <link rel="stylesheet" href={props.assets.style} />
          {props.refreshSeconds && (
            <noscript>
              <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
            </noscript>
          )}
          {props.public &&
            props.alternates?.map(({ lang: hreflang, href }) => (
              <link rel="alternate" hreflang={hreflang} href={href} />
            ))}
          {props.assets.icon && <link rel="icon" href={props.assets.icon} />}
          {props.assets.manifest && <link rel="manifest" href={props.assets.manifest} />}
          <script type="module" src={props.assets.script} />
        </head>
        <body
          class={classNames(
            nav && 'tabbed',
            props.public && 'public',
            props.field && 'field',
            props.form && 'form',
          )}
        >
          <a class="usa-skipnav" href="#main">
            {words.skip}
          </a>
          {props.public && <OfficialBanner words={props.official} lang={lang} />}
          <TopBar
            home={props.home ?? '/'}
            place={props.place}
            lang={lang}
            {...(props.public
              ? { language: props.language, exitTo: props.exitTo }
              : { person: props.person })}
          />
          {nav && !props.public && <RoleNav items={nav} current={props.current} lang={lang} />}
          {props.public && <UrgentStrip lang={lang} />}
          <main id="main" class={classNames('cw-page', props.narrow && 'narrow')} tabindex={-1}>
            {props.children}
          </main>
          {props.footer && <Footer {...props.footer} />}
        </body>
      </html>
    </>
  )
}
