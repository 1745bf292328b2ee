import { type Example, minutesFrom } from '../../example.ts'
import { Button } from '../button/button.tsx'
import { TextField } from '../text-field/text-field.tsx'
import { DraftForm } from './draft-form.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Says when it was saved',
    render: ({ key, now, zone }) => (
      <DraftForm action="/design" savedAt={minutesFrom(now, -1)} zone={zone} class="stack">
        <TextField name={`note-${key}`} label="What should Dana know?" value="Has a grey dog" />
        <p>
          <Button>Send</Button>
        </p>
      </DraftForm>
    ),
  },
]
