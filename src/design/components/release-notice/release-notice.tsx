import { type Lang, pieceWords } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import { More } from '../more/more.tsx'

export type ReleaseNoticeProps = {
  /** What it may not be used for, in a line: the banner. */
  limits: string
  /** The statement of the law, word for word. */
  statement: string
  /** What the person agreed to, in words, a paragraph each. */
  scope?: readonly string[] | undefined
  lang?: Lang | undefined
}

/**
 * The banner over what a person released: what it may not be used for, large, and the law's own words under it. On paper
 * the words are always open, because a paper is passed on without its page.
 */
export const ReleaseNotice = ({ limits, statement, scope = [], lang = 'en' }: ReleaseNoticeProps) => {
  const words = [statement, ...scope].map((text) => <p class="small">{text}</p>)
  return (
    <div class="cw-notice stack gap-1" role="note" aria-label={pieceWords[lang].releaseNotice}>
      <p class="cw-notice-limits">
        <Icon name="shield" />
        <strong>{limits}</strong>
      </p>
      <More summary={pieceWords[lang].federalRule}>{words}</More>
      <div class="cw-on-paper">{words}</div>
    </div>
  )
}
