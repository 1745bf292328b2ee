import type { Example } from '../../example.ts'
import { WhoCanSee } from './who-can-see.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Who can and who cannot',
    render: ({ key }) => (
      <WhoCanSee
        label={`Who can see this, ${key}`}
        can={['Harbor Navigators', 'You']}
        cannot={['Other police', 'Courts']}
      >
        <b>Only Harbor Navigators will see this, and you.</b> You will hear back only what Jay agrees to.
      </WhoCanSee>
    ),
  },
  {
    title: 'A sentence is enough',
    render: ({ key }) => (
      <WhoCanSee label={`Who can see your search, ${key}`}>
        <b>Nobody is told that you looked.</b> This page keeps no search.
      </WhoCanSee>
    ),
  },
]
