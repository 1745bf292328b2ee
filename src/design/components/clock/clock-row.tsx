import type { Child } from 'hono/jsx'
import { type ClockProps, ClockRing, clockData } from './clock.tsx'
import { clockFace } from './clock-face.ts'

export type ClockRowProps = Omit<ClockProps, 'size'> & {
  title: Child
  level?: 2 | 3 | 4 | undefined
  end?: Child
  id?: string | undefined
}

/** A row of `Rows` whose mark is a running clock: the ring, the title, "4 min left, by 4:16 PM." and who has it. */
export const ClockRow = (props: ClockRowProps) => {
  const { title, level = 3, end, id, children } = props
  const face = clockFace(props, props.zone, props.lang)
  const Heading = `h${level}` as 'h2' | 'h3' | 'h4'
  return (
    <li id={id}>
      <handoff-clock {...clockData(props)}>
        <ClockRing face={face} />
        <div>
          <Heading class="title">{title}</Heading>
          <p>
            <b data-words>{face.words}</b> {children}
          </p>
        </div>
        {end && <div class="end">{end}</div>}
      </handoff-clock>
    </li>
  )
}
