import type { Child } from 'hono/jsx'
import type { Lang } from '../../words.ts'

export type PrintCardProps = {
  id: string
  title: string
  /** What is typed from the card, in groups; it never breaks inside one. Several stand in a numbered list. */
  code: string | readonly string[]
  /** What the code is: "Your code". */
  codeLabel: string
  /** The language of the card, which may be another than the page's. */
  lang?: Lang | undefined
  /** Above the code. */
  lead?: Child
  /** Below it. */
  children?: Child
}

const Groups = ({ code }: { code: string }) => (
  <strong class="code">
    {code.split(' ').map((group) => (
      <>
        <span>{group}</span>{' '}
      </>
    ))}
  </strong>
)

/** A card to cut out and carry: on paper it stands alone, as large as a bank card and a half. */
export const PrintCard = ({ id, title, code, codeLabel, lang, lead, children }: PrintCardProps) => (
  <article class="cw-print-card stack gap-1" lang={lang} aria-labelledby={`${id}-title`} id={id}>
    <h2 id={`${id}-title`}>{title}</h2>
    {lead}
    {typeof code === 'string' ? (
      <p>
        {codeLabel}
        <br />
        <Groups code={code} />
      </p>
    ) : (
      <ol class="codes" aria-label={codeLabel}>
        {code.map((one) => (
          <li>
            <Groups code={one} />
          </li>
        ))}
      </ol>
    )}
    {children}
  </article>
)

/** What belongs on the screen only: instructions around something that is printed. */
export const ScreenOnly = ({ children }: { children?: Child }) => (
  <div class="cw-screen-only stack">{children}</div>
)
