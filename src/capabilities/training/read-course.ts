import { marked } from 'marked'
import sanitize from 'sanitize-html'
import type { Attitude, Course, Question, ScenarioStep, Screen } from './course.ts'
import { readQuestion, readSources } from './read-question.ts'

/** What lies in a course's folder. */
export type CourseFiles = {
  readonly slug: string
  readonly course: string
  readonly questions: string
  /** The pictures of the folder, SVG by the name of the file. */
  readonly pictures?: ReadonlyMap<string, string> | undefined
}

type Pictures = NonNullable<CourseFiles['pictures']>

const SAFE = {
  ...sanitize.defaults,
  allowedTags: [
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'blockquote',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'a',
    'h3',
    'br',
    'img',
  ],
}

const toHtml = (markdown: string, pictures: Pictures): string =>
  sanitize(marked.parse(markdown, { async: false }), SAFE)
    .replaceAll(/<img src="([^"]*)" alt="([^"]*)" \/>/g, (image, name: string, says: string) => {
      const picture = pictures.get(name)
      return picture ? picture.trim().replace('<svg ', `<svg role="img" aria-label="${says}" `) : image
    })
    .trim()

/**
 * Reads a course from its Markdown, as content/courses/README.md describes it. What is missing in it is found by
 * `faultsOf`; this reads what is there.
 */
export const readCourse = ({ slug, course, questions, pictures = new Map() }: CourseFiles): Course => {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(course) ?? []
  const facts = head
    .split('\n')
    .map((line) => /^([a-z-]+): (.*)$/.exec(line))
    .flatMap((found) => (found ? [{ name: found[1] as string, value: found[2] as string }] : []))
  const all = (name: string) => facts.filter((fact) => fact.name === name).map(({ value }) => value)
  const one = (name: string) => all(name)[0] ?? ''
  return {
    slug,
    title: one('title'),
    version: one('version'),
    minutes: Number(one('minutes')),
    about: one('about'),
    reviewedOn: one('reviewed-on'),
    reviewBy: one('review-by'),
    objectives: all('objective'),
    practice: all('practice'),
    attitudes: all('attitude').map(readAttitude),
    slots: all('slot').map((value) => {
      const [name = '', label = ''] = value.split(' | ')
      return { name, label }
    }),
    screens: cut(body, '# ').map((part) => readScreen(part, pictures)),
    bank: cut(questions, '# ').map(({ title, text }) => {
      const [id = '', screen = ''] = title.split(' ')
      return readQuestion(text, { id, screen })
    }),
  }
}

const readAttitude = (value: string): Attitude => {
  const [id = '', text = '', reversed] = value.split(' | ')
  return { id, text, reversed: reversed === 'reversed' }
}

const readScreen = ({ title, text }: Part, pictures: Pictures): Screen => {
  const [, slug = '', star, name = ''] = /^([a-z0-9-]+): (★ )?(.*)$/.exec(title) ?? []
  const [words = '', ...rest] = text.split(/^## /m)
  const block = (heading: string) =>
    rest.find((part) => part.startsWith(`${heading}\n`))?.slice(heading.length)
  const check = block('Check')
  const scenario = block('Scenario')
  const { sources, text: markdown } = readSources(words)
  return {
    slug,
    title: name,
    isShort: star !== undefined,
    html: toHtml(markdown, pictures),
    check: check === undefined ? undefined : checkOf(check, slug),
    scenario:
      scenario === undefined ? undefined : cut(scenario, '### ').map((part) => readStep(part, pictures)),
    sources,
  }
}

const checkOf = (text: string, slug: string): Question =>
  readQuestion(text, { id: `check-${slug}`, screen: slug })

const readStep = ({ title, text }: Part, pictures: Pictures): ScenarioStep => {
  const choices = [...text.matchAll(/^- (.*) → ([a-z0-9-]+)$/gm)]
  return {
    id: title,
    html: toHtml(text.replaceAll(/^- .* → [a-z0-9-]+$/gm, ''), pictures),
    choices: choices.map(([, words = '', to = '']) => ({ text: words, to })),
  }
}

type Part = { readonly title: string; readonly text: string }

const cut = (text: string, mark: string): readonly Part[] =>
  `\n${text}`
    .split(`\n${mark}`)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return { title: (end < 0 ? part : part.slice(0, end)).trim(), text: end < 0 ? '' : part.slice(end + 1) }
    })
