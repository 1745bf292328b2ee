import type { Child } from 'hono/jsx'

export type SendBarProps = {
  /** The one primary button, `big` and `wide`. */
  children?: Child
  /** One line under it: "No signal? It sends itself later." */
  note?: Child
}

/** Keeps the send button of a long form within the thumb's reach; the last thing inside the form. */
export const SendBar = ({ children, note }: SendBarProps) => (
  <div class="cw-send">
    {children}
    {note && <p class="muted">{note}</p>}
  </div>
)
