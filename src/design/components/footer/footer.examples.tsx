import type { Example } from '../../example.ts'
import { Footer } from './footer.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Who runs it',
    wide: true,
    render: () => (
      <Footer
        name="Causeway in Harbor County"
        run="Run by Harbor County Public Health."
        links={[
          { href: '#footer', label: 'Privacy' },
          { href: '#footer', label: 'Accessibility' },
          { href: '#footer', label: 'Help' },
        ]}
      />
    ),
  },
]
