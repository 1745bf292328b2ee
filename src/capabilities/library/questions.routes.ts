import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { answerQuestion, askQuestion } from './ask-question.ts'
import { KEEPERS } from './keepers.ts'
import { lookOf } from './library.routes.ts'
import { QuestionsPage, type QuestionsProps } from './questions.page.tsx'
import { selectQuestion, selectQuestions } from './questions.store.ts'
import { selectRecords } from './records.store.ts'

type In = Context<MemberEnv>

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi

/** Questions to whoever keeps the library: members ask, keepers answer. */
export const questionRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember()
  const keeper = requireMember(...KEEPERS)

  const show = async (c: In, typed?: QuestionsProps['typed']) => {
    const { actor, timeZone } = c.get('signedIn')
    const { questions, records } = await asActor(actor, async (tx) => {
      const questions = await selectQuestions(tx)
      return {
        questions,
        records: await selectRecords(
          tx,
          questions.flatMap(({ recordIds }) => recordIds),
        ),
      }
    })
    const page = QuestionsPage({
      ...{ look: lookOf(c as unknown as Context<Env>), questions, zone: timeZone, typed, newId: newId() },
      records: new Map(records.map((record) => [record.id as string, record])),
    })
    return c.html(page, typed ? 422 : 200)
  }

  routes.get('/library/questions', member, (c) => show(c as unknown as In))

  routes.post('/library/questions', member, async (c) => {
    const fields = await formFields(c)
    const [given, question] = [firstOf(fields, 'id'), firstOf(fields, 'question')]
    const id = isId(given) ? given : newId()
    const done = await askQuestion(c.get('signedIn').actor, asActor, { id, question })
    if (!isRefusal(done)) return c.redirect(`/library/questions#q-${id}`, 303)
    return show(c as unknown as In, { id, text: question, works: '', error: done.fields?.question ?? '' })
  })

  routes.post('/library/questions/:id', keeper, async (c) => {
    const id = c.req.param('id')
    const { actor } = c.get('signedIn')
    const known = isId(id) ? await asActor(actor, (tx) => selectQuestion(tx, id)) : undefined
    if (!known || known.answer) return c.notFound()
    const fields = await formFields(c)
    const [answer, works] = [firstOf(fields, 'answer'), firstOf(fields, 'works')]
    const recordIds = [...new Set(works.toLowerCase().match(UUID) ?? [])].slice(0, 20)
    const done = await answerQuestion(actor, asActor, { id: known.id, answer, recordIds })
    if (!isRefusal(done)) return c.redirect(`/library/questions#q-${known.id}`, 303)
    if (done.refused === 'not-found') return c.notFound()
    return show(c as unknown as In, { id: known.id, text: answer, works, error: done.fields?.answer ?? '' })
  })

  return routes
}
