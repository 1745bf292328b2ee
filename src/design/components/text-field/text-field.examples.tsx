import type { Example } from '../../example.ts'
import { TextField } from './text-field.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Label, hint, field',
    render: ({ key }) => (
      <>
        <TextField
          name={`called-${key}`}
          label="First name or nickname"
          hint="What they want to be called"
          value="Jay"
          autocomplete="off"
        />
        <TextField
          name={`zip-${key}`}
          label="ZIP code"
          inputmode="numeric"
          maxlength={5}
          short
          optional
          autocomplete="postal-code"
        />
      </>
    ),
  },
  {
    title: 'Refused, and the value kept',
    render: ({ key }) => (
      <TextField
        name={`code-${key}`}
        label="Your code"
        hint="Three words from your card"
        value="HEN 47"
        error="A code has three parts, like HEN 47 BAY"
      />
    ),
  },
]
