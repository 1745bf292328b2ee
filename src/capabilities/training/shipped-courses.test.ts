import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Source } from './course.ts'
import { faultsOf } from './faults-of-course.ts'
import { readCourse } from './read-course.ts'

const folder = join(import.meta.dirname, '../../../content/courses')
const sources: readonly Source[] = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))
const known = new Set(sources.map(({ id }) => id))
const slugs = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
)
const read = (slug: string, file: string) => readFileSync(join(folder, slug, file), 'utf8')
const picturesOf = (slug: string) =>
  new Map(
    readdirSync(join(folder, slug))
      .filter((file) => file.endsWith('.svg'))
      .map((file) => [file, read(slug, file)]),
  )
const courseOf = (slug: string) =>
  readCourse({
    slug,
    course: read(slug, 'course.md'),
    questions: read(slug, 'questions.md'),
    pictures: picturesOf(slug),
  })

const LABELS = /\b(addicts?|abusers?|junkies?|alcoholics?|relapse|offenders?|substance abuse|substitution)\b/i

/** The grade of Flesch and Kincaid: how many years of school a text asks for, by the length of sentences and words. */
const schoolYearsToRead = (html: string): number => {
  const text = html.replaceAll(/<svg[\s\S]*?<\/svg>/g, '').replaceAll(/<\/(p|li|td|th|h3)>/g, '. ')
  const plain = text.replaceAll(/<[^>]+>|&\w+;|\{\{[^}]*\}\}/g, ' ')
  const sentences = plain.split(/[.!?:]+\s/).filter((sentence) => /[a-z]/i.test(sentence))
  const words = plain.match(/[a-z’']+/gi) ?? []
  const syllables = words
    .map((word) => word.replace(/(?<=[^l])e$/i, '').match(/[aeiouy]+/gi)?.length ?? 1)
    .reduce((sum, count) => sum + count, 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

describe.each(slugs)('the course “%s”', (slug) => {
  const course = courseOf(slug)

  test('can be taught', () => {
    expect(faultsOf(course, known)).toEqual([])
  })

  test('asks at least half of its questions about what has a source', () => {
    const sourced = course.bank.filter(({ sources }) => sources.length > 0)
    expect(sourced.length * 2).toBeGreaterThanOrEqual(course.bank.length)
  })

  test('does not give the right answer away by its length or its place', () => {
    const questions = [...course.bank, ...course.screens.flatMap(({ check }) => check ?? [])]
    const twiceAsLong = questions.filter(({ choices }) => {
      const right = choices.find(({ isRight }) => isRight)?.text.length ?? 0
      return choices.every(({ isRight, text }) => isRight || text.length * 2 < right)
    })
    expect(twiceAsLong.length * 2).toBeLessThan(questions.length)
    for (const place of [0, 1, 2, 3])
      expect(questions.filter(({ choices }) => choices[place]?.isRight).length * 2).toBeLessThan(
        questions.length,
      )
  })

  test('reads as plainly as a newspaper', () => {
    expect(schoolYearsToRead(course.screens.map(({ html }) => html).join('\n'))).toBeLessThan(9)
  })

  test('speaks of people by no label, but where it quotes one', () => {
    const [, body = ''] = read(slug, 'course.md').split(/\n---\n/)
    const said = `${body}\n${read(slug, 'questions.md')}`.replaceAll(/“[^”]*”/g, '')
    // The course on words asks which of several labels to choose.
    expect(slug === 'words' ? null : LABELS.exec(said)).toBeNull()
  })

  test('draws with lines and shapes only', () => {
    for (const [name, picture] of picturesOf(slug)) {
      expect(picture, name).not.toMatch(/<(script|style|foreignObject|image|a|use)\b|\son\w+=|href|url\(/i)
      expect(read(slug, 'course.md'), 'a picture that no screen shows').toContain(`](${name})`)
    }
  })
})

describe('a course that cannot be taught', () => {
  const whole = { course: read('overdose', 'course.md'), questions: read('overdose', 'questions.md') }
  const faults = (change: (text: string) => string, of: 'course' | 'questions' = 'course') =>
    faultsOf(readCourse({ slug: 'changed', ...whole, [of]: change(whole[of]) }), known)

  test.each([
    ['title: ', 'caption: ', 'It has no title.'],
    ['review-by: 20', 'review-by: 19', 'When it was reviewed, or is to be, is missing.'],
    ['Sources: ', 'Sources: nobody-wrote-this, ', 'The source “nobody-wrote-this” is not known.'],
    ['### start', '### begin', 'which is not there'],
    [
      '# goal: ★ The only goal is breathing',
      '# goal: ★ The only goal is breathing\n\n![Lungs](lungs.svg)',
      'shows the picture “lungs.svg”',
    ],
    ['→ side', '→ start', 'no end after “start”'],
  ])('is told what it lacks: %s', (from, to, says) => {
    expect(faults((text) => text.replaceAll(from, to)).join(' ')).toContain(says)
  })

  test.each([
    ['- [x] ', '- [ ] ', 'has not exactly one right answer'],
    ['Why: ', 'Because: ', 'lacks its words or its why'],
  ])('is told what its bank lacks: %s', (from, to, says) => {
    expect(faults((text) => text.replace(from, to), 'questions').join(' ')).toContain(says)
  })

  test('is not read as safe where it holds a script', () => {
    const course = readCourse({
      slug: 'bad',
      ...whole,
      course: `${whole.course}\n# bad: Bad\n\n<script>alert(1)</script><a href="javascript:x()">x</a>`,
    })
    expect(course.screens.at(-1)?.html).not.toMatch(/script/)
  })
})
