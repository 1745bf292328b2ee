import { Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { CodeCardPage } from './code-card.page.tsx'
import { CodesPage, GiveCodePage, NobodyPage } from './codes.page.tsx'
import type { RecordMeans } from './enter-record.ts'
import { giveCode } from './give-code.ts'
import { listCodes, type PersonWithCode } from './list-codes.ts'
import { takeBackCode } from './take-back-code.ts'

const OLDEST = 120

/** A year in which somebody alive now can have been born. */
const isBirthYear = (text: string, now: Date): boolean => {
  const years = now.getUTCFullYear() - Number(text)
  return /^\d{4}$/.test(text) && years >= 0 && years <= OLDEST
}

/** Who walks with somebody gives them the code to their own page, and takes it back at their word. */
export const codesRoutes = (means: RecordMeans & { publicOrigin: string | undefined }): Hono<Env> => {
  const { asActor, publicOrigin } = means
  const routes = new Hono<Env & MemberEnv>()
  routes.use('/codes/*', requireMember('navigator', 'case-manager', 'provider'))
  routes.use('/codes', requireMember('navigator', 'case-manager', 'provider'))

  const findPerson = async (actor: MemberActor, id: string): Promise<PersonWithCode | undefined> =>
    isId(id) ? (await listCodes(asActor, actor, id))[0] : undefined

  routes.get('/codes', async (c) => {
    const said = c.req.query('said')
    return c.html(
      CodesPage({
        frame: c.get('frame'),
        people: await listCodes(asActor, c.get('signedIn').actor),
        said: said === 'taken-back' || said === 'shown-before' ? said : undefined,
        now: new Date(),
        zone: c.get('signedIn').timeZone,
      }),
    )
  })

  routes.get('/codes/:person', async (c) => {
    const person = await findPerson(c.get('signedIn').actor, c.req.param('person'))
    if (!person) return c.html(NobodyPage({ frame: c.get('frame') }), 404)
    return c.html(GiveCodePage({ frame: c.get('frame'), person, codeId: newId() }))
  })

  routes.post('/codes/:person', async (c) => {
    const { actor } = c.get('signedIn')
    const fields = await formFields(c)
    const person = await findPerson(actor, c.req.param('person'))
    if (!person) return c.html(NobodyPage({ frame: c.get('frame') }), 404)
    const [sent, birthYear] = [firstOf(fields, 'id'), firstOf(fields, 'birthYear')]
    const codeId = isId(sent) ? sent : newId()
    if (!isBirthYear(birthYear, new Date())) {
      const errors = { birthYear: 'Write the year with four digits, such as 1990.' }
      return c.html(GiveCodePage({ frame: c.get('frame'), person, codeId, fields, errors }), 422)
    }
    const language = firstOf(fields, 'language') === 'es' ? 'es' : 'en'
    const given = await giveCode(means, actor, { id: codeId, personId: person.personId, birthYear, language })
    if (isRefusal(given))
      return given.refused === 'shown-before'
        ? c.redirect('/codes?said=shown-before', 303)
        : c.html(NobodyPage({ frame: c.get('frame') }), 404)
    const origin = publicOrigin ?? new URL(c.req.url).origin
    const address = `${origin.replace(/^https?:\/\//, '')}/my-record`
    return c.html(CodeCardPage({ frame: c.get('frame'), code: given.code, language, address }))
  })

  routes.post('/codes/:person/take-back', async (c) => {
    const person = c.req.param('person')
    if (isId(person)) await takeBackCode(asActor, c.get('signedIn').actor, person)
    return c.redirect('/codes?said=taken-back', 303)
  })

  return routes as unknown as Hono<Env>
}
