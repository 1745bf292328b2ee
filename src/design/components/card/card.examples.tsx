import type { Example } from '../../example.ts'
import { Face } from '../person-menu/person-menu.tsx'
import { State } from '../state/state.tsx'
import { Card } from './card.tsx'

export const examples: readonly Example[] = [
  {
    title: 'With a title and a state',
    render: ({ key, look }) => (
      <Card
        title={`On call now, ${look}`}
        id={`on-call-${key}`}
        level={3}
        end={<State is="open">Answering</State>}
      >
        <div class="flow close">
          <Face name="Dana Whitfield" />
          <p>
            <b>Dana Whitfield</b>, case manager
            <br />
            <span class="muted">Harbor Navigators, until 7&nbsp;AM</span>
          </p>
        </div>
        <p>
          Usually answers in <b>4&nbsp;minutes</b> and arrives in <b>22</b>.
        </p>
      </Card>
    ),
  },
]
