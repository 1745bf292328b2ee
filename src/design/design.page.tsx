import { DataTable } from './components/data-table/data-table.tsx'
import type { FooterProps } from './components/footer/footer.tsx'
import { type Assets, Page } from './components/page/page.tsx'
import { PageHeading } from './components/page-heading/page-heading.tsx'
import type { PersonMenuProps } from './components/person-menu/person-menu.tsx'
import type { NavItem } from './components/role-nav/role-nav.tsx'
import { Section } from './components/section/section.tsx'
import { looks, Specimen } from './components/specimen/specimen.tsx'
import type { Theme } from './components/theme-switch/theme-switch.tsx'
import { catalog, frameCatalog } from './examples.ts'
import { type Look, type Token, tokens, worstContrast } from './theme/tokens.ts'

export type DesignPageProps = {
  assets: Assets
  theme: Theme
  now: Date
  zone: string
  person?: PersonMenuProps | undefined
  nav?: readonly NavItem[] | undefined
  footer?: FooterProps | undefined
}

/** "role-nav" as a heading says it: "Role nav". */
const spoken = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll('-', ' ')

const Swatch = ({ token, look }: { token: Token; look: Look }) => {
  const contrast = worstContrast(token, look)
  return (
    <div class="flow close">
      <svg class="cw-swatch" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width="1" height="1" fill={token[look]} />
      </svg>
      <span>
        {token[look]}
        {contrast && (
          <>
            <br />
            <b>{contrast.toFixed(1)}</b>
          </>
        )}
      </span>
    </div>
  )
}

/** The four colours and their meanings, with the contrast that each keeps at worst. */
const Tokens = () => (
  <div class="cw-card flush">
    <DataTable
      id="tokens"
      caption="Colors, and under each the least contrast it has on the grounds it is read on"
      rows={tokens}
      columns={[
        { title: 'Token', cell: (token) => token.name },
        { title: 'Use', cell: (token) => token.use },
        ...looks.map(({ theme, label }) => ({
          title: label,
          cell: (token: Token) => <Swatch token={token} look={theme} />,
        })),
      ]}
    />
  </div>
)

/** The design page: every component with all its examples in three looks, the tokens, and the frames as links. */
export const designPage = (props: DesignPageProps) => (
  <Page
    title="Design"
    assets={props.assets}
    theme={props.theme}
    place={['Design']}
    person={props.person}
    nav={props.nav}
    footer={props.footer}
  >
    <PageHeading
      title="Four colors, four meanings"
      note="Teal is what you can do or what is done. Amber is time. Red is danger. Indigo is who can see. A shape and a word go with every color."
    />
    <nav aria-label="Components">
      <ul class="grid narrow-cells">
        {catalog.map(({ name }) => (
          <li>
            <a href={`#${name}`}>{spoken(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
    <Section id="frames" title="Whole pages">
      <ul class="stack gap-1">
        {frameCatalog.map(({ slug, title }) => (
          <li>
            <a href={`/design/frame/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Section>
    <Section id="colors" title="Colors">
      <Tokens />
    </Section>
    {catalog.map(({ name, examples }) => (
      <Section id={name} title={spoken(name)}>
        {examples.map((example, index) => (
          <Specimen id={`${name}-${index}`} example={example} now={props.now} zone={props.zone} />
        ))}
      </Section>
    ))}
  </Page>
)

/** One whole page by its address; `undefined` when there is none of that name. */
export const designFrame = (slug: string, props: DesignPageProps) =>
  frameCatalog.find((frame) => frame.slug === slug)?.render(props)
