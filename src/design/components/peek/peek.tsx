import type { Child } from 'hono/jsx'

export type PeekProps = {
  /** Whose screen it is, and that it is an example: "An example of their screen". */
  caption: Child
  /** A line each, as that screen would say it. */
  lines: readonly Child[]
  /** What stands over them there, such as the banner over what was released. */
  over?: Child
}

/** A look at somebody else's screen, invented: so that a person sees what they are agreeing to. */
export const Peek = ({ caption, lines, over }: PeekProps) => (
  <figure class="cw-peek">
    <figcaption>{caption}</figcaption>
    <div>
      {over && <p class="cw-peek-over">{over}</p>}
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  </figure>
)
