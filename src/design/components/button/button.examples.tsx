import type { Example } from '../../example.ts'
import { Button, ButtonLink } from './button.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Kinds',
    render: () => (
      <p class="flow">
        <Button>Accept</Button>
        <Button kind="outline" icon="phone">
          Log a call
        </Button>
        <Button kind="danger" hiddenWords=" sharing with Carla">
          Stop
        </Button>
        <ButtonLink kind="emergency" href="tel:911" icon="phone">
          Call 911
        </ButtonLink>
        <Button kind="plain">Not today</Button>
      </p>
    ),
  },
  {
    title: 'Big, in the field',
    render: () => (
      <p class="flow pair">
        <Button big icon="check">
          We are together
        </Button>
        <ButtonLink kind="outline" big href="tel:5550119" icon="phone">
          Call Dana
        </ButtonLink>
      </p>
    ),
  },
]
