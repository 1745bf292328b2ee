import type { Example } from '../../example.ts'
import { FileField } from './file-field.tsx'

export const examples: readonly Example[] = [
  {
    title: 'One file',
    render: ({ key }) => (
      <>
        <FileField
          name={`scan-${key}`}
          label="A scan or a photo"
          hint="PDF, JPEG or PNG, 6 MB at most"
          accept="application/pdf,image/jpeg,image/png"
        />
        <FileField
          name={`refused-${key}`}
          label="A scan or a photo"
          accept="application/pdf,image/jpeg,image/png"
          error="Choose a PDF, a JPEG or a PNG."
        />
      </>
    ),
  },
]
