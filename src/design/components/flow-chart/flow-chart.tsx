import { classNames } from '../../class-names.ts'
import { type FlowLine, type FlowStep, flowLayout, type PlacedStep } from './flow-layout.ts'

export type FlowChartProps = {
  /** Unique on the page. */
  id: string
  /** What a screen reader is told instead of the picture; the same in words has to stand beside it. */
  title: string
  steps: readonly FlowStep[]
  /** What stands at the end. */
  end: string
}

const MARKS = { on: '↓', away: '←', nowhere: '?', stops: '×' } as const

const Lines = ({ lines, x, as }: { lines: readonly FlowLine[]; x: number; as?: string | undefined }) => (
  <>
    {lines.map(({ y, text }) => (
      <text x={x} y={y} class={as}>
        {text}
      </text>
    ))}
  </>
)

const Step = ({ step, left, right }: { step: PlacedStep; left: number; right: number }) => (
  <g>
    <rect class="box" x={left} y={step.top} width={right - left} height={step.height} rx="8" />
    <Lines lines={step.lines} x={left + 14} as="title" />
    {step.answers.map(({ top, height, lines, comesTo, kind, goes }) => (
      <g class={classNames(kind && `is-${kind}`, goes === 'nowhere' && 'is-red')}>
        <rect class="answer" x={left + 8} y={top} width={right - left - 16} height={height} rx="5" />
        <Lines lines={lines} x={left + 18} />
        <Lines lines={comesTo} x={left + 18} as="told" />
        <text class="mark" x={right - 20} y={top + 20} text-anchor="middle">
          {MARKS[goes]}
        </text>
      </g>
    ))}
  </g>
)

/**
 * Steps with their answers, drawn on the server: each answer leads on (↓), past others by a line on the left (←), or ends
 * it (×). As wide as a phone, so that nobody moves it sideways.
 */
export const FlowChart = ({ id, title, steps, end }: FlowChartProps) => {
  const { width, height, left, steps: boxes, jumps, endTop } = flowLayout(steps)
  const right = width - 2
  const middle = (left + right) / 2
  return (
    <svg class="cw-flow" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      {boxes.map((step) => {
        const goesOn = step.answers.some(({ goes }) => goes === 'on')
        const bottom = step.top + step.height
        return (
          <>
            {goesOn && <path class="way" d={`M${middle} ${bottom}V${bottom + 27}m-4 -6l4 6l4 -6`} />}
            <Step step={step} left={left} right={right} />
          </>
        )
      })}
      {jumps.map(({ x, fromY, toY }) => (
        <path class="way" d={`M${left + 8} ${fromY}H${x}V${toY}H${left - 1}m-6 -4l6 4l-6 4`} />
      ))}
      <rect class="end" x={left} y={endTop} width={right - left} height="44" rx="22" />
      <text class="title" x={middle} y={endTop + 27} text-anchor="middle">
        {end}
      </text>
    </svg>
  )
}
