import { type Context, Hono } from 'hono'
import type { Lang } from '#design'
import { type Env, findOrganizations, getCounty, requireMember, type SignedIn } from '#identity'
import { sentenceOf } from '#jurisdiction-cards'
import { type Day, dayAt, dayWords } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { findSyringePrograms } from './find-syringe-programs.ts'
import { letterPdf } from './letter-pdf.ts'
import { LetterPage, LetterPaperPage, LettersPage } from './letters.page.tsx'
import { isLetter, type LetterFacts } from './letters.ts'
import { SyringeProgramsPage } from './syringe-programs.page.tsx'

const LONGEST = 100
const LONGEST_LETTER = 8000

/** Finding the programs of a county, and writing to one for the first time. */
export const partnersRoutes = ({ asActor }: { readonly asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const member = requireMember()

  for (const lang of ['en', 'es'] as const) {
    routes.get(lang === 'es' ? '/es/syringe-programs' : '/syringe-programs', async (c) => {
      const text = clean(c.req.query('near'))
      const isMember = lang === 'en' && c.get('signedIn') !== undefined
      const today = todayOf(c)
      // A page for anybody is for anybody, also when somebody who has signed in looks at it.
      const actor = isMember ? c.get('actor') : { kind: 'visitor' as const, trace: c.get('actor').trace }
      const found = await findSyringePrograms(asActor, actor, text, today)
      const path = text ? `/syringe-programs?${new URLSearchParams({ near: text })}` : '/syringe-programs'
      const look = { frame: c.get('frame'), lang: lang as Lang, isMember, path }
      return c.html(SyringeProgramsPage({ look, text, found, today }))
    })
  }

  routes.get('/partners/letters', member, (c) => c.html(LettersPage({ frame: c.get('frame') })))

  routes.get('/partners/letters/:letter', member, async (c) => {
    const name = c.req.param('letter')
    if (!isLetter(name)) return c.notFound()
    const signedIn = c.get('signedIn')
    const today = dayAt(new Date(), signedIn.timeZone)
    const found = await findSyringePrograms(asActor, signedIn.actor, '', today)
    const own = await ownFacts(
      asActor,
      signedIn,
      today,
      sentenceOf(found.card, 'syringe-services.authorization'),
    )
    const typed = Object.fromEntries(
      TYPED.flatMap((key) => (c.req.query(key) === undefined ? [] : [[key, clean(c.req.query(key))]])),
    )
    const programs = [...new Set(found.programs.map(({ providerName }) => providerName))]
    return c.html(LetterPage({ frame: c.get('frame'), name, facts: { ...own, ...typed }, programs }))
  })

  routes.post('/partners/letters/:letter/paper', member, async (c) => {
    const name = c.req.param('letter')
    if (!isLetter(name)) return c.notFound()
    const fields = await formFields(c)
    const text = firstOf(fields, 'text').slice(0, LONGEST_LETTER)
    const saved = (type: string, ending: string) => ({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}.${ending}"`,
    })
    switch (firstOf(fields, 'as')) {
      case 'text':
        return c.body(`${text}\n`, 200, saved('text/plain; charset=utf-8', 'txt'))
      case 'pdf': {
        const pdf = await letterPdf(c.get('signedIn').organizationName, text, new Date())
        return c.body(new Uint8Array(pdf), 200, saved('application/pdf', 'pdf'))
      }
      default:
        return c.html(LetterPaperPage({ frame: c.get('frame'), name, text }))
    }
  })

  return routes
}

/** What a form may say in place of what is known. */
const TYPED = ['recipient', 'person', 'sender', 'title', 'phone', 'email'] as const

const clean = (text: string | undefined): string =>
  (text ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST)
    .trim()

const ownFacts = async (
  asActor: AsActor,
  { actor, name, title = '', organizationName }: SignedIn,
  today: Day,
  law: string | undefined,
): Promise<LetterFacts> => {
  const { organization, county } = await asActor(actor, async (tx) => ({
    organization: (await findOrganizations(tx, [actor.organizationId])).get(actor.organizationId),
    county: await getCounty(tx, actor.jurisdictionId),
  }))
  return {
    department: organizationName,
    county: county.name,
    sender: name,
    title,
    phone: organization?.phone ?? '',
    email: organization?.intakeEmail ?? '',
    recipient: '',
    person: '',
    day: dayWords(today, 'en'),
    law: law ?? '',
  }
}

const todayOf = (c: Context<Env>): Day => dayAt(new Date(), c.get('signedIn')?.timeZone ?? 'America/New_York')
