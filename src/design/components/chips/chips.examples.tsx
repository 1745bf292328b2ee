import type { Example } from '../../example.ts'
import { ChipLinks, Chips, ChosenChips } from './chips.tsx'

const option = (label: string) => ({ value: label.toLowerCase(), label })

export const examples: readonly Example[] = [
  {
    title: 'Any of them',
    render: ({ key }) => (
      <Chips
        name={`help-${key}`}
        legend="What would help most?"
        big
        choose="any"
        values={['a place tonight', 'medicine']}
        options={[
          'A place tonight',
          'Medicine',
          'Detox',
          'Somebody to talk to',
          'Food or clothes',
          'Something else',
        ].map(option)}
      />
    ),
  },
  {
    title: 'One of them, and joined',
    render: ({ key }) => (
      <>
        <Chips
          name={`payer-${key}`}
          legend="Insurance"
          choose="one"
          values={['not sure']}
          options={['Medicaid', 'Other', 'None', 'Not sure'].map(option)}
        />
        <Chips
          name={`beds-${key}`}
          legend="Beds right now"
          hint="One tap saves"
          choose="one"
          joined
          values={['1']}
          options={['Full', '1', '2', '3+'].map(option)}
        />
      </>
    ),
  },
  {
    title: 'As links',
    render: ({ key }) => (
      <ChipLinks
        label={`Whose work, ${key}`}
        links={[
          { href: '#mine', label: 'Mine, 11', current: true },
          { href: '#team', label: 'Team, 34' },
          { href: '#nobody', label: 'Unassigned, 1' },
        ]}
      />
    ),
  },
  {
    title: 'What was asked, each with a cross',
    render: ({ key }) => (
      <ChosenChips
        label={`What is asked, ${key}`}
        takeAway="Take away"
        chosen={[
          { href: '#open', label: 'Open now' },
          { href: '#medicaid', label: 'Medicaid' },
          { href: '#pregnant', label: 'Pregnant' },
        ]}
      />
    ),
  },
]
