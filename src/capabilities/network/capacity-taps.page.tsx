import { Button } from '#design'
import { newId } from '#kernel/ids.ts'
import { countsBeds } from './capacity.ts'
import { CAPACITY_LEVELS, type CapacityLevel } from './profile.ts'

export type CapacityTapsProps = {
  /** Where a tap is posted. */
  readonly action: string
  readonly level: CapacityLevel
  /** What was last said, if anything: its button is pressed. */
  readonly current?: { readonly isOpen: boolean; readonly open: number | null } | undefined
  /** Where the reader comes back to; left out: wherever the action leads. */
  readonly returnTo?: string | undefined
}

const TAPS = {
  beds: [
    ['full', 'Full'],
    ['1', '1'],
    ['2', '2'],
    ['3', '3'],
    ['open', 'More'],
  ],
  room: [
    ['full', 'Full'],
    ['open', 'Room'],
  ],
} as const

const isCurrent = (tap: string, current: CapacityTapsProps['current']): boolean =>
  current !== undefined &&
  (tap === 'full' ? !current.isOpen : current.isOpen && (current.open?.toString() ?? 'open') === tap)

/** One tap says whether there is room at a level, and for beds how many. Each press is its own message: no second step. */
export const CapacityTaps = ({ action, level, current, returnTo }: CapacityTapsProps) => (
  <form method="post" action={action} class="flow">
    <input type="hidden" name="id" value={newId()} />
    <input type="hidden" name="level" value={level} />
    {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
    {TAPS[countsBeds(level) ? 'beds' : 'room'].map(([tap, label]) => (
      <Button
        kind={isCurrent(tap, current) ? 'primary' : 'outline'}
        name="tap"
        value={tap}
        hiddenWords={`: ${CAPACITY_LEVELS[level]}${isCurrent(tap, current) ? ', as last said' : ''}`}
      >
        {label}
      </Button>
    ))}
  </form>
)
