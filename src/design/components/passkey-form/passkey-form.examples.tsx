import type { Example } from '../../example.ts'
import { Button } from '../button/button.tsx'
import { TextField } from '../text-field/text-field.tsx'
import { PasskeyForm } from './passkey-form.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Where script runs and the browser has passkeys',
    render: ({ key }) => (
      <PasskeyForm act="make" action="#passkey-form" options="#passkey-form">
        <TextField name={`passkey-${key}`} label="What do you call it?" value="Blue key on my ring" />
        <p>
          <Button>Make the passkey</Button>
        </p>
      </PasskeyForm>
    ),
  },
]
