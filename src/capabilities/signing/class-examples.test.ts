import { expect, test } from 'vitest'
import { CLASS_WORDS, DATA_CLASSES, type DataClass } from '#kernel/data-classes.ts'
import { CLASS_EXAMPLES } from './class-examples.ts'

test('each class has its words and its example in both languages', () => {
  for (const language of ['en', 'es'] as const)
    for (const dataClass of Object.keys(DATA_CLASSES) as DataClass[]) {
      expect(CLASS_WORDS[language][dataClass]).toMatch(/\S/)
      expect(CLASS_EXAMPLES[language][dataClass]).toMatch(/\S/)
    }
})
