import type { Child } from 'hono/jsx'
import { type Lang, pieceWords } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import { Tag } from '../tag/tag.tsx'

export type WhoCanSeeProps = {
  /** The whole truth in one or two sentences, the first in bold. */
  children?: Child
  /** Who can. */
  can?: readonly string[] | undefined
  /** Who cannot, said as plainly; a screen reader hears "Cannot see:" before each. */
  cannot?: readonly string[] | undefined
  label?: string | undefined
  lang?: Lang | undefined
}

/** The strip on every page about a person: who else can see this, and who cannot. Indigo, an eye, and words. */
export const WhoCanSee = ({ children, can = [], cannot = [], label, lang = 'en' }: WhoCanSeeProps) => (
  <aside class="cw-who" aria-label={label ?? pieceWords[lang].whoCanSee}>
    <p>
      <Icon name="eye" />
      <span>{children}</span>
    </p>
    {can.length + cannot.length > 0 && (
      <ul>
        {can.map((who) => (
          <li>
            <Tag icon="eye">{who}</Tag>
          </li>
        ))}
        {cannot.map((who) => (
          <li class="no">
            <Tag icon="eyeoff">
              <span class="usa-sr-only">{`${pieceWords[lang].cannotSee} `}</span>
              {who}
            </Tag>
          </li>
        ))}
      </ul>
    )}
  </aside>
)
