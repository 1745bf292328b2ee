import { type Lang, pieceWords } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'

export type ReadAloudProps = {
  /** The id of the part of the page that is read. */
  reads: string
  lang?: Lang | undefined
}

/** “Read this to me”, for whoever would rather listen. Without script, or without a voice, it is not there. */
export const ReadAloud = ({ reads, lang = 'en' }: ReadAloudProps) => {
  const { listen, quiet } = pieceWords[lang]
  return (
    <read-aloud hidden data-reads={reads} data-listen={listen} data-quiet={quiet}>
      <button class="usa-button usa-button--outline" type="button">
        <Icon name="sound" />
        <span>{listen}</span>
      </button>
    </read-aloud>
  )
}
