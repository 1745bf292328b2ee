import type { Course } from './course.ts'
import { slotKey } from './course-book.ts'

/** What stands where an agency has not said its own words. Never an example number. */
export const ASK_SUPERVISOR = 'Ask your supervisor'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Puts the agency's own words into the text of a course, where `{{name}}` stands. */
export const withLocalWords = (
  course: Pick<Course, 'slug'>,
  html: string,
  slots: Readonly<Record<string, string>>,
): string =>
  html.replace(/\{\{([a-z0-9-]+)\}\}/g, (_, name: string) => {
    const said = slots[slotKey(course, name)]
    return said ? `<strong>${escaped(said)}</strong>` : `<em>${ASK_SUPERVISOR.toLowerCase()}</em>`
  })
