import { classNames } from '../../class-names.ts'

/** `good` filled, `near` striped in amber, `open` plain, `late` red. */
export type Share = {
  readonly is: 'good' | 'near' | 'open' | 'late'
  readonly count: number
  readonly label: string
}

export type ShareBarProps = {
  /** What all of it is: "Overdose". */
  readonly label: string
  readonly shares: readonly Share[]
}

const HEIGHT = 14

/** How a group divides, as one bar with its numbers in words below: no number has to be read off the colour. */
export const ShareBar = ({ label, shares }: ShareBarProps) => {
  const there = shares.filter(({ count }) => count > 0)
  const all = there.reduce((sum, { count }) => sum + count, 0)
  const words = there.map(({ count, label: what }) => `${count} ${what}`).join(', ')
  let from = 0
  return (
    <div class="cw-share">
      <svg width="100%" height={HEIGHT} role="img" aria-label={`${label}: ${words || 'nobody'}`}>
        <rect class="track" width="100%" height={HEIGHT} rx="3" />
        {there.map(({ is, count }) => {
          const x = from
          from += (count / all) * 100
          return (
            <rect
              class={is}
              x={`${x.toFixed(2)}%`}
              width={`${((count / all) * 100).toFixed(2)}%`}
              height={HEIGHT}
            />
          )
        })}
      </svg>
      <p aria-hidden="true">
        {there.map(({ is, count, label: what }) => (
          <span class={classNames('key', is)}>
            <b>{count}</b> {what}
          </span>
        ))}
      </p>
    </div>
  )
}
