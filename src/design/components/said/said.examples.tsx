import type { Example } from '../../example.ts'
import { Said } from './said.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A line to read aloud',
    render: () => (
      <Said when="Say it first">
        “This is your choice. If you say no, nothing gets worse. I can bring somebody here who can help. Would
        you like that?”
      </Said>
    ),
  },
]
