import type { Example } from '../../example.ts'
import { Steps } from './steps.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A handoff',
    render: () => (
      <div class="cw-card">
        <Steps
          level={4}
          steps={[
            { title: 'Offered', note: '2:16 AM, you asked, Jay agreed', is: 'done' },
            { title: 'Reached', note: '2:19 AM, Dana Whitfield, Harbor Navigators', is: 'done' },
            {
              title: 'Together',
              note: 'In 18 min, by 2:46 AM. Dana, Jay and you, face to face',
              is: 'now',
            },
            { title: 'Accepted', note: 'Dana takes over. Each of you confirms, Jay too', is: 'next' },
          ]}
        />
      </div>
    ),
  },
]
