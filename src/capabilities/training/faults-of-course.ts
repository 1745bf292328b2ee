import type { Course, Question, ScenarioStep, Screen } from './course.ts'

const FEWEST_QUESTIONS = 15

/**
 * What keeps a course from being taught, in sentences for whoever writes it; none when it can be.
 *
 * @param known the ids of the sources that can be cited
 */
export const faultsOf = (course: Course, known: ReadonlySet<string>): readonly string[] => {
  const slugs = course.screens.map(({ slug }) => slug)
  const slots = new Set(course.slots.map(({ name }) => name))
  return [
    ...(course.title ? [] : ['It has no title.']),
    ...(course.minutes >= 10 && course.minutes <= 40
      ? []
      : [`It takes ${course.minutes} minutes, not 10 to 40.`]),
    ...(/^\d{4}-\d\d-\d\d$/.test(course.reviewedOn) && course.reviewBy > course.reviewedOn
      ? []
      : ['When it was reviewed, or is to be, is missing.']),
    ...(course.objectives.length > 0 ? [] : ['It has no objective.']),
    ...twice(slugs).map((slug) => `Two screens are called “${slug}”.`),
    ...twice(course.bank.map(({ id }) => id)).map((id) => `Two questions are called “${id}”.`),
    ...(course.bank.length >= FEWEST_QUESTIONS
      ? []
      : [`Its bank has ${course.bank.length} questions, fewer than ${FEWEST_QUESTIONS}.`]),
    ...(course.screens.some(({ scenario }) => scenario) ? [] : ['It has no scenario.']),
    ...course.screens.flatMap((screen) => faultsOfScreen(screen, slots)),
    ...[...course.bank, ...course.screens.flatMap(({ check }) => check ?? [])].flatMap((question) => [
      ...faultsOfQuestion(question),
      ...(slugs.includes(question.screen)
        ? []
        : [`“${question.id}” points to the screen “${question.screen}”, which is not there.`]),
    ]),
    ...[...course.bank, ...course.screens].flatMap((one) =>
      one.sources.filter((id) => !known.has(id)).map((id) => `The source “${id}” is not known.`),
    ),
  ]
}

const faultsOfScreen = ({ slug, title, html, scenario }: Screen, slots: ReadonlySet<string>): string[] => {
  const steps = new Set(scenario?.map(({ id }) => id))
  const reached = new Set(scenario?.slice(0, 1).map(({ id }) => id))
  for (const id of reached)
    for (const { to } of scenario?.find((step) => step.id === id)?.choices ?? []) reached.add(to)
  return [
    ...(slug && title ? [] : ['A screen lacks its name or its title.']),
    ...(html || scenario ? [] : [`The screen “${slug}” is empty.`]),
    ...[...html.matchAll(/\{\{([a-z-]+)\}\}/g)].flatMap(([, name = '']) =>
      slots.has(name) ? [] : [`“${slug}” asks for the agency's “${name}”, which is not listed.`],
    ),
    ...(scenario ?? []).flatMap(({ choices }) =>
      choices
        .filter(({ to }) => !steps.has(to))
        .map(({ to }) => `In “${slug}” a choice leads to “${to}”, which is not there.`),
    ),
    ...(scenario ?? [])
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => `In “${slug}” no way from the beginning leads to “${id}”.`),
    ...[html, ...(scenario ?? []).map((step) => step.html)].flatMap((words) =>
      [...words.matchAll(/<img src="([^"]*)"/g)].map(
        ([, name]) => `“${slug}” shows the picture “${name}”, which is not there.`,
      ),
    ),
    ...stuckIn(scenario ?? []).map((id) => `In “${slug}” there is no end after “${id}”.`),
  ]
}

/** The steps from which no way leads to one without choices. */
const stuckIn = (steps: readonly ScenarioStep[]): string[] => {
  const ends = new Set(steps.filter(({ choices }) => choices.length === 0).map(({ id }) => id))
  for (let known = -1; known < ends.size; ) {
    known = ends.size
    for (const { id, choices } of steps) if (choices.some(({ to }) => ends.has(to))) ends.add(id)
  }
  return steps.map(({ id }) => id).filter((id) => !ends.has(id))
}

const faultsOfQuestion = ({ id, text, choices, why }: Question): string[] => [
  ...(text && why ? [] : [`“${id}” lacks its words or its why.`]),
  ...(choices.length >= 3 ? [] : [`“${id}” has fewer than three answers.`]),
  ...(choices.filter(({ isRight }) => isRight).length === 1
    ? []
    : [`“${id}” has not exactly one right answer.`]),
  ...(new Set(choices.map((one) => one.text)).size === choices.length
    ? []
    : [`“${id}” has an answer twice.`]),
]

const twice = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at)
