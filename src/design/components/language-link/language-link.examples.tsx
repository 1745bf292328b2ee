import type { Example } from '../../example.ts'
import { LanguageLink } from './language-link.tsx'

export const examples: readonly Example[] = [
  {
    title: 'The other language, named in itself',
    render: () => <LanguageLink href="#language-link" lang="es" />,
  },
]
