import type { Course, Source } from './course.ts'

/** The courses of this installation, the words that each agency fills in, and the works on which they stand. */
export type CourseBook = {
  readonly courses: readonly Course[]
  /** Of all courses. Two courses may use one name for different things, so that each is named with its course. */
  readonly slots: readonly { readonly name: string; readonly label: string }[]
  readonly sources: ReadonlyMap<string, Source>
}

/** Under what the agency's own words for a slot of a course are kept. */
export const slotKey = (course: Pick<Course, 'slug'>, name: string): string => `${course.slug}-${name}`

export const bookOf = (courses: readonly Course[], sources: readonly Source[] = []): CourseBook => ({
  courses,
  slots: courses.flatMap((course) =>
    course.slots.map(({ name, label }) => ({ name: slotKey(course, name), label })),
  ),
  sources: new Map(sources.map((one) => [one.id, one])),
})
