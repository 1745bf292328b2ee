import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import type { Example } from '../../example.ts'
import { TextField } from '../text-field/text-field.tsx'
import { WordsWarning } from './words-warning.tsx'

const written = 'At his dealer Mike’s, has priors'

export const examples: readonly Example[] = [
  {
    title: 'Before saving',
    render: ({ key }) => (
      <div class="stack">
        <TextField name={`place-${key}`} label="Where are they?" value={written} />
        <WordsWarning
          id={`warning-${key}`}
          fields={[
            { field: `place-${key}`, label: 'Where are they?', findings: findSensitiveWords(written) },
          ]}
        />
      </div>
    ),
  },
]
