import type { Example } from '../../example.ts'
import { SignLines } from './sign-lines.tsx'

export const examples: readonly Example[] = [
  {
    title: 'To sign by hand',
    render: () => (
      <SignLines lines={[{ label: 'Sign here', wide: true }, { label: 'Day' }, { label: 'With you' }]} />
    ),
  },
]
