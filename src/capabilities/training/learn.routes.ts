import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { upsertProgress } from './attempt.store.ts'
import { ATTITUDE_MOMENTS, SCALE } from './attitude.ts'
import { findSetting } from './change-setting.ts'
import { CoursePage } from './course.page.tsx'
import type { Course } from './course.ts'
import type { CourseBook } from './course-book.ts'
import { findAttempt, finishTest } from './finish-test.ts'
import { listLocal } from './list-local.ts'
import { listOwnTraining, type OwnTraining } from './list-own-training.ts'
import { LocalPage } from './local.page.tsx'
import { withLocalWords } from './local-words.ts'
import { type CatalogueLine, MyTrainingPage } from './my-training.page.tsx'
import { drawPaper, markPaper, QUESTIONS_ASKED } from './paper.ts'
import { sayAttitude } from './say-attitude.ts'
import { scormPackage } from './scorm-package.ts'
import { ScreenPage } from './screen.page.tsx'
import { SurveyPage } from './survey.page.tsx'
import { ResultPage, TestPage } from './test.page.tsx'
import { isOneOf, KEEPERS } from './training-tabs.page.tsx'
import { titleIn } from './training-words.ts'

type In = Context<Env & MemberEnv>

/** What somebody learns, and how: their own page, the courses screen by screen, tests, and what they think. */
export const learnRoutes = ({ asActor, book }: { asActor: AsActor; book: CourseBook }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember()
  const own = (c: In) => listOwnTraining(asActor, c.get('signedIn').actor, new Date())
  const courseOf = (c: In) => book.courses.find(({ slug }) => slug === c.req.param('course'))

  routes.get('/training', member, async (c) => {
    const training = await own(c)
    const { completions, stopped, today } = training
    const titleOf = titleIn(book.courses)
    return c.html(
      MyTrainingPage({
        ...{
          frame: c.get('frame'),
          roles: c.get('signedIn').actor.roles,
          completions,
          stopped,
          today,
          titleOf,
        },
        catalogue: book.courses.map((course) => lineOf(course, training)),
        surveys: training.surveys.map((one) => ({ ...one, title: titleOf(one.course) })),
        said: c.req.query('said') === 'thanks' ? 'thanks' : undefined,
      }),
    )
  })

  routes.get('/training/local', member, async (c) => {
    const { actor, jurisdictionName: countyName } = c.get('signedIn')
    const local = await listLocal(asActor, actor, new Date())
    return c.html(LocalPage({ frame: c.get('frame'), countyName, local, slots: book.slots }))
  })

  routes.get('/training/courses/:course', member, async (c) => {
    const course = courseOf(c)
    if (!course) return c.notFound()
    const training = await own(c)
    const { at, standing, isFinished } = lineOf(course, training)
    return c.html(
      CoursePage({
        ...{
          frame: c.get('frame'),
          course,
          standing,
          isFinished,
          at: at?.screen,
          passMark: training.passMark,
        },
        asksBefore: isAsked(course, training, 'before'),
        questions: Math.min(QUESTIONS_ASKED, course.bank.length),
        packs: isOneOf(c.get('signedIn').actor.roles, KEEPERS),
      }),
    )
  })

  routes.get('/training/courses/:course/scorm.zip', requireMember(...KEEPERS), async (c) => {
    const course = courseOf(c)
    if (!course) return c.notFound()
    const { passMark, slots } = await own(c)
    c.header('Content-Type', 'application/zip')
    c.header('Content-Disposition', `attachment; filename="${course.slug}-${course.version}-scorm12.zip"`)
    return c.body(
      new Uint8Array(scormPackage(course, passMark, (html) => withLocalWords(course, html, slots))),
    )
  })

  routes.get('/training/courses/:course/test', member, async (c) => {
    const course = courseOf(c)
    if (!course) return c.notFound()
    const { passMark } = await own(c)
    const attemptId = newId()
    const paper = drawPaper(course.bank, attemptId)
    return c.html(
      TestPage({
        frame: c.get('frame'),
        course,
        attemptId,
        paper,
        passMark,
        chosen: () => '',
        unanswered: [],
      }),
    )
  })

  routes.post('/training/courses/:course/test', member, async (c) => {
    const course = courseOf(c)
    const fields = await formFields(c)
    const attemptId = firstOf(fields, 'attempt')
    if (!course || !isId(attemptId)) return c.notFound()
    const paper = drawPaper(course.bank, attemptId)
    const chosen = (questionId: string) => firstOf(fields, questionId)
    const { answers, unanswered } = markPaper(paper, chosen)
    if (unanswered.length > 0) {
      const { passMark } = await own(c)
      return c.html(
        TestPage({ frame: c.get('frame'), course, attemptId, paper, passMark, chosen, unanswered }),
        422,
      )
    }
    const attempt = await finishTest(
      asActor,
      c.get('signedIn').actor,
      course,
      { id: attemptId, answers },
      new Date(),
    )
    return attempt ? c.redirect(`/training/courses/${course.slug}/test/${attempt.id}`, 303) : c.notFound()
  })

  routes.get('/training/courses/:course/test/:attempt', member, async (c) => {
    const course = courseOf(c)
    const id = c.req.param('attempt')
    const attempt = course && isId(id) ? await findAttempt(asActor, c.get('signedIn').actor, id) : undefined
    if (!course || attempt?.course !== course.slug) return c.notFound()
    const asksAfter = isAsked(course, await own(c), 'after')
    return c.html(ResultPage({ frame: c.get('frame'), course, attempt, asksAfter }))
  })

  const momentOf = (c: In) => ATTITUDE_MOMENTS.find((one) => one === c.req.param('moment'))
  const onwardFrom = (course: Course, moment: string): string =>
    moment === 'before' ? `/training/courses/${course.slug}/${course.screens[0]?.slug}` : '/training'

  routes.get('/training/courses/:course/survey/:moment', member, (c) => {
    const [course, moment] = [courseOf(c), momentOf(c)]
    if (!course || !moment || course.attitudes.length === 0) return c.notFound()
    return c.html(SurveyPage({ frame: c.get('frame'), course, moment, onward: onwardFrom(course, moment) }))
  })

  routes.post('/training/courses/:course/survey/:moment', member, async (c) => {
    const [course, moment] = [courseOf(c), momentOf(c)]
    if (!course || !moment) return c.notFound()
    const fields = await formFields(c)
    const answers = Object.fromEntries(
      course.attitudes.flatMap(({ id }) => {
        const value = SCALE.find((one) => String(one) === firstOf(fields, id))
        return value ? [[id, value]] : []
      }),
    )
    if (Object.keys(answers).length > 0) {
      const month = `${new Date().toISOString().slice(0, 7)}-01`
      await sayAttitude(asActor, c.get('signedIn').actor, { course: course.slug, moment, answers, month })
    }
    const onward = onwardFrom(course, moment)
    return c.redirect(moment === 'before' ? onward : `${onward}?said=thanks`, 303)
  })

  // After the words of the routes above: a screen has the last word in its address.
  routes.get('/training/courses/:course/:screen', member, async (c) => {
    const course = courseOf(c)
    const at = course?.screens.findIndex(({ slug }) => slug === c.req.param('screen')) ?? -1
    const screen = course?.screens[at]
    if (!course || !screen) return c.notFound()
    const { actor } = c.get('signedIn')
    const { memberId, jurisdictionId } = actor
    const { slots } = await asActor(actor, async (tx) => {
      await upsertProgress(tx, { memberId, jurisdictionId, course: course.slug, screen: screen.slug })
      return findSetting(tx, actor.organizationId)
    })
    const sources = screen.sources.flatMap((id) => book.sources.get(id) ?? [])
    const [chosen, step] = [c.req.query('answer') ?? '', c.req.query('step') ?? '']
    return c.html(ScreenPage({ frame: c.get('frame'), course, screen, at, chosen, step, slots, sources }))
  })

  return routes
}

const isAsked = (course: Course, { progress }: OwnTraining, moment: 'before' | 'after'): boolean =>
  course.attitudes.length > 0 && !progress.get(course.slug)?.answered.includes(moment)

const lineOf = (course: Course, { standings, completions, progress }: OwnTraining): CatalogueLine => {
  const { slug, title, minutes, about } = course
  const finished = completions.find((one) => one.course === slug && one.part === 'course' && !one.revokedAt)
  const left = progress.get(slug)
  const number = course.screens.findIndex((screen) => screen.slug === left?.screen) + 1
  const isGoingOn = left !== undefined && number > 0 && (!finished || left.seenAt > finished.recordedAt)
  return {
    ...{ slug, title, minutes, about, standing: standings.get(slug), isFinished: finished !== undefined },
    at: isGoingOn ? { screen: left.screen, number, of: course.screens.length } : undefined,
  }
}
