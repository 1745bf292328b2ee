import type { Question } from './course.ts'

/** Takes the line “Sources: one, two” out of a text. */
export const readSources = (text: string): { readonly sources: readonly string[]; readonly text: string } => {
  const line = /^Sources: (.*)$/m.exec(text)
  return {
    sources: line?.[1]?.split(',').map((id) => id.trim()) ?? [],
    text: line ? text.replace(line[0], '') : text,
  }
}

/** Reads a question: its words, one answer a line with the right one ticked, and why. */
export const readQuestion = (block: string, { id, screen }: Pick<Question, 'id' | 'screen'>): Question => {
  const { sources, text } = readSources(block)
  const answers = [...text.matchAll(/^- \[([x ])\] (.*)$/gm)]
  const why = /^Why: (.*)$/m.exec(text)?.[1] ?? ''
  const words = text.split(/^- \[/m)[0] ?? ''
  return {
    id,
    screen,
    sources,
    why: why.trim(),
    text: words.replaceAll(/\s+/g, ' ').trim(),
    choices: answers.map(([, tick, words = ''], at) => ({
      id: 'abcdef'[at] ?? String(at),
      text: words.trim(),
      isRight: tick === 'x',
    })),
  }
}
