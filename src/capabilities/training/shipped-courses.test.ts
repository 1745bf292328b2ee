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

describe.each(slugs)('the course “%s”', (slug) => {
  const course = courseOf(slug)

  test('can be taught', () => {
    expect(faultsOf(course, known)).toEqual([])
  })

  test('asks at least half of its questions about what has a source', () => {
    const sourced = course.bank.filter(({ sources }) => sources.length > 0)
    expect(sourced.length * 2).toBeGreaterThanOrEqual(course.bank.length)
  })

  test('does not give the right answer away by its length', () => {
    const longest = course.bank.filter(({ choices }) => {
      const right = choices.find(({ isRight }) => isRight)?.text.length ?? 0
      return choices.every(({ isRight, text }) => isRight || text.length * 2 < right)
    })
    expect(longest.length * 2).toBeLessThan(course.bank.length)
  })
})

describe('a course that cannot be taught', () => {
  const whole = { course: read(slugs[0] ?? '', 'course.md'), questions: read(slugs[0] ?? '', 'questions.md') }
  const faults = (change: (text: string) => string, of: 'course' | 'questions' = 'course') =>
    faultsOf(readCourse({ slug: 'changed', ...whole, [of]: change(whole[of]) }), known)

  test.each([
    ['title: ', 'caption: ', 'It has no title.'],
    ['review-by: 20', 'review-by: 19', 'When it was reviewed, or is to be, is missing.'],
    ['Sources: ', 'Sources: nobody-wrote-this, ', 'The source “nobody-wrote-this” is not known.'],
    ['### start', '### begin', 'which is not there'],
  ])('is told what it lacks: %s', (from, to, says) => {
    expect(faults((text) => text.replace(from, to)).join(' ')).toContain(says)
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
