import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import type { Lang } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'
import { type ClockFace, type ClockTimes, clockFace } from './clock-face.ts'

export type ClockProps = ClockTimes & {
  /** The agency's IANA zone. */
  zone: string
  /** What goes on, in front, as a title: "Dana is on her way". Best with `size="big"`. */
  title?: Child
  /** After the time, who has it or what comes next: "Luis is called next." */
  children?: Child
  /** `small` 56 px in rows, `middle` 72 px, `big` 144 px with ticks, one a page. */
  size?: 'small' | 'middle' | 'big' | undefined
  lang?: Lang | undefined
}

const ringClass = { small: undefined, middle: 'middle', big: 'large' } as const

/** The ring alone. Hidden from assistive technology: the sentence says it. It empties clockwise, from twelve. */
export const ClockRing = ({ face, size = 'small' }: { face: ClockFace; size?: ClockProps['size'] }) => (
  <span
    class={classNames('cw-ring', ringClass[size], face.state, face.figure.length > 3 && 'long')}
    aria-hidden="true"
  >
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <circle class="t" cx="32" cy="32" r="28" />
      {size === 'big' && (
        <circle class="k" cx="32" cy="32" r="22.5" pathLength="120" stroke-dasharray=".8 9.2" />
      )}
      <circle
        class="l"
        cx="32"
        cy="32"
        r="28"
        pathLength="100"
        stroke-dasharray={`${face.arc} 100`}
        transform="matrix(0 -1 -1 0 64 64)"
      />
    </svg>
    <b>
      {face.state === 'done' ? (
        <Icon name="check" />
      ) : (
        <>
          <span>{face.figure}</span>
          <small>{face.unit}</small>
        </>
      )}
    </b>
  </span>
)

/** The times a clock was drawn from, as data attributes: with them the browser can keep it right. */
export const clockData = ({ startAt, dueAt, now, doneAt, zone, lang }: ClockProps) => ({
  'data-start-at': startAt.toISOString(),
  'data-due-at': dueAt.toISOString(),
  'data-done-at': doneAt?.toISOString(),
  'data-now': now.toISOString(),
  'data-zone': zone,
  'data-lang': lang,
})

/**
 * A ring that empties and a sentence. Complete without script; with it the words stay true while the page is open.
 * The sentence is not a live region, because a minute that passes is no news; that it is late is announced once.
 */
export const Clock = (props: ClockProps) => {
  const { title, children, size = 'small' } = props
  const face = clockFace(props, props.zone, props.lang)
  return (
    <handoff-clock class={classNames('cw-clock', size === 'big' && 'big')} {...clockData(props)}>
      <ClockRing face={face} size={size} />
      <div>
        {title && <p class="title">{title}</p>}
        <p>
          <b data-words>{face.words}</b> {children}
        </p>
      </div>
    </handoff-clock>
  )
}
