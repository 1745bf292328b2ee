import type { Example } from '../../example.ts'
import { Reasons } from '../reasons/reasons.tsx'
import { State } from '../state/state.tsx'
import { RadioTiles } from './radio-tiles.tsx'

export const examples: readonly Example[] = [
  {
    title: 'One of a few',
    render: ({ key }) => (
      <RadioTiles
        name={`charge-${key}`}
        legend="Is there a charge tonight?"
        big
        value="no"
        options={[
          { value: 'no', label: 'No', hint: 'They need help, nothing else' },
          { value: 'yes', label: 'Yes, and I will hold it', hint: 'Needs a sergeant’s approval' },
        ]}
      />
    ),
  },
  {
    title: 'Places, with reasons',
    render: ({ key }) => (
      <RadioTiles
        name={`to-${key}`}
        legend="Who should get this?"
        hint="Best fit first."
        value="dana"
        options={[
          {
            value: 'dana',
            label: 'Dana comes to you now',
            state: <State is="open">On call</State>,
            hint: 'About 22 minutes away',
            extra: (
              <Reasons
                inLabel
                reasons={[
                  { is: 'yes', words: 'Can open 4 beds tonight' },
                  { is: 'wait', words: 'Answers in about 6 minutes at night' },
                  { is: 'no', words: 'Asks for an ID' },
                ]}
              />
            ),
          },
          {
            value: 'clinic',
            label: 'Pierpoint Open Door Clinic',
            state: <State is="soon">Opens 8&nbsp;AM</State>,
            hint: '0.6 mile. They call Jay in the morning',
          },
        ]}
      />
    ),
  },
]
