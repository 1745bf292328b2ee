import type { Example } from '../../example.ts'
import { FreshPart } from './fresh-part.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Redrawn by the server when its fields change',
    render: ({ key }) => (
      <FreshPart id={`places-${key}`} url="/design" fields={[`where-${key}`]}>
        <p role="status">
          <b>4 places near Pierpoint can help today.</b> Closest that fit first.
        </p>
      </FreshPart>
    ),
  },
]
