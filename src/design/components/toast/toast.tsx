import { type Lang, pieceWords } from '../../words.ts'
import { Button } from '../button/button.tsx'

export type ToastProps = {
  /** What was done: "Referral sent." */
  message: string
  /** Where "take it back" posts, its words, and what it must send along (an id, a version). */
  undo?:
    | {
        action: string
        label?: string | undefined
        values?: Readonly<Record<string, string>> | undefined
      }
    | undefined
  lang?: Lang | undefined
}

/**
 * What was just done, and the way back. Put it first in the page: there it is read first, and on a phone it stands
 * above the heading, where it covers nothing. It stays: nobody has to be quick.
 */
export const Toast = ({ message, undo, lang = 'en' }: ToastProps) => (
  <div class="cw-toast" role="status">
    <p>{message}</p>
    {undo && (
      <form method="post" action={undo.action}>
        {Object.entries(undo.values ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="plain">{undo.label ?? pieceWords[lang].undo}</Button>
      </form>
    )}
  </div>
)
