import type { Example } from '../../example.ts'
import { ThemeSwitch } from './theme-switch.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Four looks',
    render: () => (
      <div class="cw-card">
        <ThemeSwitch theme="night" returnTo="/design" />
      </div>
    ),
  },
]
