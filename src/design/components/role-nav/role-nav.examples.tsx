import type { Example } from '../../example.ts'
import { RoleNav } from './role-nav.tsx'

export const examples: readonly Example[] = [
  {
    title: 'An officer’s pages',
    wide: true,
    render: ({ key }) => (
      <div class="cw-shelf">
        <RoleNav
          label={`Main, ${key}`}
          current="#home"
          items={[
            { href: '#home', label: 'Home', icon: 'home' },
            { href: '#referrals', label: 'Referrals', icon: 'hands', count: 1 },
            { href: '#places', label: 'Places', icon: 'map' },
            { href: '#naloxone', label: 'Naloxone', icon: 'spray' },
            { href: '#library', label: 'Library', icon: 'book' },
          ]}
        />
      </div>
    ),
  },
]
