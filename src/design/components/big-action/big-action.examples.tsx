import type { Example } from '../../example.ts'
import { BigAction } from './big-action.tsx'

export const examples: readonly Example[] = [
  {
    title: 'The acts of an officer',
    render: () => (
      <div class="cw-acts">
        <BigAction
          first
          href="#big-action"
          icon="hands"
          title="Make a referral"
          note="About one minute. Works with no signal."
        />
        <BigAction
          href="#big-action"
          icon="door"
          title="Somebody walked in"
          note="Call an angel to the station"
        />
        <BigAction
          href="#big-action"
          icon="spray"
          title="I gave naloxone"
          note="Record it and get a new kit"
        />
      </div>
    ),
  },
]
