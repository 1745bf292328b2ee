import { type Lang, pieceWords } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import { More } from '../more/more.tsx'

export type ReleaseNoticeProps = {
  /** What it may not be used for, in a line: the banner. */
  limits: string
  /** The statement of the law, word for word. */
  statement: string
  lang?: Lang | undefined
}

/**
 * The banner over what a person released: what it may not be used for, large, and the law's own words under it. On paper
 * the words are always open, because a paper is passed on without its page.
 */
export const ReleaseNotice = ({ limits, statement, lang = 'en' }: ReleaseNoticeProps) => (
  <div class="cw-notice stack gap-1" role="note" aria-label={pieceWords[lang].releaseNotice}>
    <p class="cw-notice-limits">
      <Icon name="shield" />
      <strong>{limits}</strong>
    </p>
    <More summary={pieceWords[lang].federalRule}>
      <p class="small">{statement}</p>
    </More>
    <p class="small cw-on-paper">{statement}</p>
  </div>
)
