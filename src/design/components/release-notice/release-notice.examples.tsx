import type { Example } from '../../example.ts'
import { ReleaseNotice } from './release-notice.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Over what a person released',
    render: () => (
      <ReleaseNotice
        limits="Not for investigation, charging, warrants or revocation."
        statement="42 CFR part 2 prohibits unauthorized use or disclosure of these records."
      />
    ),
  },
]
