import type { Course, Source } from './course.ts'

/** The courses of this installation, the words that each agency fills in, and the works on which they stand. */
export type CourseBook = {
  readonly courses: readonly Course[]
  /** Of all courses, each once. */
  readonly slots: readonly { readonly name: string; readonly label: string }[]
  readonly sources: ReadonlyMap<string, Source>
}

export const bookOf = (courses: readonly Course[], sources: readonly Source[] = []): CourseBook => ({
  courses,
  slots: [...new Map(courses.flatMap(({ slots }) => slots.map((one) => [one.name, one]))).values()],
  sources: new Map(sources.map((one) => [one.id, one])),
})
