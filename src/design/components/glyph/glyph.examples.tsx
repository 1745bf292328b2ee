import type { Example } from '../../example.ts'
import { Glyph } from './glyph.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Five kinds',
    render: () => (
      <p class="flow">
        <Glyph name="check" />
        <Glyph name="phone" kind="amber" />
        <Glyph name="alert" kind="red" />
        <Glyph name="file" kind="who" />
        <Glyph name="calendar" kind="plain" />
      </p>
    ),
  },
]
