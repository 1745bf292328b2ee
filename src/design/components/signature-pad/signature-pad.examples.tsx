import type { Example } from '../../example.ts'
import { TextField } from '../text-field/text-field.tsx'
import { DrawnSignature, SignaturePad } from './signature-pad.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Draw, or type',
    render: ({ key }) => (
      <div class="stack">
        <SignaturePad name={`strokes-${key}`} label="Sign with your finger here" longest={20_000} />
        <TextField name={`signature-${key}`} label="Or type your name" autocomplete="off" />
      </div>
    ),
  },
  {
    title: 'As it was signed',
    render: ({ look }) => (
      <DrawnSignature
        label={`Signature, ${look}`}
        path="M90 140C120 40 160 40 150 100C140 160 110 150 130 120C170 60 210 90 220 130C240 90 270 90 280 130C310 60 330 70 350 130L430 110"
      />
    ),
  },
]
