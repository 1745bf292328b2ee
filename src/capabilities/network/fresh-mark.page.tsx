import { dayName, State, type StateProps } from '#design'
import { momentOfDay } from './freshness.ts'
import type { FactState } from './place-state.ts'
import { CHECK_SOURCES } from './profile.ts'

const SHAPES: Readonly<Record<FactState['state'], StateProps['is']>> = {
  fresh: 'open',
  ageing: 'soon',
  old: 'shut',
  never: 'shut',
}

/** "Checked November 3 · by phone": how far a fact can be relied on, in a shape and in words. */
export const FreshMark = ({ state, now }: { state: FactState; now: Date }) => {
  const { at, check } = state
  if (!at) return <State is="shut">Never checked</State>
  const day = check
    ? dayName(momentOfDay(check.checkedOn), now, { zone: 'UTC' })
    : dayName(at, now, { zone: 'UTC' })
  if (check && !check.holds) return <State is="bad">Found wrong, {day}</State>
  const how = check ? `, ${lower(CHECK_SOURCES[check.source])}` : ''
  return (
    <State is={SHAPES[state.state]}>
      {state.state === 'old' ? 'Old: checked' : 'Checked'} {day}
      {how}
    </State>
  )
}

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)
