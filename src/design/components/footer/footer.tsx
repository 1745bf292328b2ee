import type { Child } from 'hono/jsx'

export type FooterProps = {
  /** Whose Causeway it is: "Causeway in Harbor County". */
  name: string
  /** Who runs it, in a sentence. */
  run?: Child
  links: readonly { href: string; label: string }[]
}

/** Who runs this site, and the links owed to everybody: privacy, accessibility, help. */
export const Footer = ({ name, run, links }: FooterProps) => (
  <footer class="usa-identifier">
    <div>
      <p>
        <strong>{name}</strong>
        {run && (
          <>
            <br />
            {run}
          </>
        )}
      </p>
      <p>
        {links.map(({ href, label }) => (
          <a href={href}>{label}</a>
        ))}
      </p>
    </div>
  </footer>
)
