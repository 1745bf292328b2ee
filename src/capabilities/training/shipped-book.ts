import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Source } from './course.ts'
import { bookOf, type CourseBook } from './course-book.ts'
import { readCourse } from './read-course.ts'

/** Where the courses lie: in the folder of the program, whether it is run from source or built. */
const coursesFolder = (): string => {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const courses = join(folder, 'content', 'courses')
    if (existsSync(courses)) return courses
    if (folder === dirname(folder))
      throw new Error('The courses are missing: content/courses is not beside the program.')
  }
}

let book: CourseBook | undefined

/**
 * The courses that came with this program, read once, in the order of their folders.
 * @throws when they are not where the program is
 */
export const shippedBook = (): CourseBook => {
  if (book) return book
  const folder = coursesFolder()
  const slugs = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  const file = (slug: string, name: string) => readFileSync(join(folder, slug, name), 'utf8')
  const courses = slugs
    .map(({ name }) => name)
    .toSorted()
    .map((slug) => {
      const drawn = readdirSync(join(folder, slug)).filter((name) => name.endsWith('.svg'))
      const pictures = new Map(drawn.map((name) => [name, file(slug, name)]))
      return readCourse({
        ...{ slug, pictures },
        course: file(slug, 'course.md'),
        questions: file(slug, 'questions.md'),
      })
    })
  const sources: readonly Source[] = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))
  book = bookOf(courses, sources)
  return book
}
