import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { dayAt } from '#kernel/calendar-day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields, formFile } from '#platform/http/form-body.ts'
import { changeSetting, findSetting } from './change-setting.ts'
import type { CourseBook } from './course-book.ts'
import { FILE_REFUSED, LearnedElsewherePage, type LearnedElsewhereProps } from './learned-elsewhere.page.tsx'
import { previewLearning, recordLearning } from './record-learning.ts'
import { SettingsPage } from './settings.page.tsx'
import { readSetting } from './settings-form.ts'
import { KEEPERS } from './training-tabs.page.tsx'

type In = Context<Env & MemberEnv>

const LEARNED_ELSEWHERE = '/training/learned-elsewhere'

/** Whether something is sent here that is larger than a form: a file of another learning system. */
export const isLearningUpload = (path: string): boolean => path === LEARNED_ELSEWHERE

/** What trainers, managers and administrators say and bring: who learns what, and what was learned elsewhere. */
export const keepTrainingRoutes = ({ asActor, book }: { asActor: AsActor; book: CourseBook }): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)
  const courses = book.courses.map(({ slug, title, minutes, practice }) => ({
    ...{ slug, title, minutes, hasPractice: practice.length > 0 },
  }))

  const settings = async (c: In, sent?: FormFields, errors: Readonly<Record<string, string>> = {}) => {
    const { actor, organizationName } = c.get('signedIn')
    const setting = await asActor(actor, (tx) => findSetting(tx, actor.organizationId))
    return c.html(
      SettingsPage({
        ...{ frame: c.get('frame'), roles: actor.roles, organizationName, setting, courses, sent, errors },
        ...{ slots: book.slots, said: c.req.query('said') === 'saved' },
      }),
      sent ? 422 : 200,
    )
  }

  routes.get('/training/settings', keeper, (c) => settings(c))

  routes.post('/training/settings', keeper, async (c) => {
    const { actor, timeZone } = c.get('signedIn')
    const fields = await formFields(c)
    const before = await asActor(actor, (tx) => findSetting(tx, actor.organizationId))
    const read = readSetting(fields, { courses, slots: book.slots }, before, dayAt(new Date(), timeZone))
    if ('errors' in read) return settings(c, fields, read.errors)
    await changeSetting(asActor, actor, read)
    return c.redirect('/training/settings?said=saved', 303)
  })

  const learned = (c: In, facts: Omit<LearnedElsewhereProps, 'frame'> = {}) =>
    c.html(LearnedElsewherePage({ frame: c.get('frame'), ...facts }), facts.error ? 422 : 200)

  routes.get(LEARNED_ELSEWHERE, keeper, (c) => {
    const [added, known, leftOut] = ['added', 'known', 'left-out'].map((name) =>
      Number(c.req.query(name) ?? Number.NaN),
    )
    const isDone = [added, known, leftOut].every((count) => Number.isInteger(count))
    return learned(c, isDone ? { done: { added: added ?? 0, known: known ?? 0, leftOut: leftOut ?? 0 } } : {})
  })

  routes.post(LEARNED_ELSEWHERE, keeper, async (c) => {
    const { actor } = c.get('signedIn')
    const file = await formFile(c, 'file')
    const fields = file ? {} : await formFields(c)
    const text = file ? file.toString('utf8').replaceAll('\0', '') : firstOf(fields, 'text')
    if (!text) return learned(c, { error: FILE_REFUSED['no-file'] })
    if (firstOf(fields, 'do') !== 'record') {
      const lines = await previewLearning(asActor, actor, text, book.courses, new Date())
      return isRefusal(lines)
        ? learned(c, { error: FILE_REFUSED[lines.refused] })
        : learned(c, { lines, text })
    }
    const done = await recordLearning(asActor, actor, text, book.courses, new Date())
    if (isRefusal(done)) return learned(c, { error: FILE_REFUSED[done.refused] })
    return c.redirect(
      `${LEARNED_ELSEWHERE}?added=${done.added}&known=${done.known}&left-out=${done.leftOut}`,
      303,
    )
  })

  return routes
}
