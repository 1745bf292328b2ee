import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { type Env, type MemberEnv, requireMember } from '#identity'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { firstOf, formFields } from '#platform/http/form-body.ts'
import { answerOai } from './answer-oai.ts'
import { EXPORTS } from './export-formats.ts'
import { exportRecords } from './export-records.ts'
import { EMPTY_IMPORT, ImportPage } from './import.page.tsx'
import { importRecords } from './import-records.ts'
import { KEEPERS } from './keepers.ts'
import { lookOf } from './library.routes.ts'
import { RIGHTS, VISIBILITIES } from './record.ts'

export type ExchangeNeeds = {
  readonly asActor: AsActor
  /** The address that people use; undefined: that of the request. */
  readonly publicOrigin: string | undefined
  readonly securityContact?: string | undefined
}

const oneOf = <Value extends string>(values: readonly Value[], text: string, otherwise: Value): Value =>
  values.find((value) => value === text) ?? otherwise

/** What goes between this library and others: files in and out, and OAI-PMH. */
export const exchangeRoutes = ({ asActor, publicOrigin, securityContact }: ExchangeNeeds): Hono<Env> => {
  const routes = new Hono<Env>()
  const keeper = requireMember(...KEEPERS)
  const look = (c: Context<MemberEnv>) => lookOf(c as unknown as Context<Env>)

  routes.get('/library/import', keeper, (c) =>
    c.html(ImportPage({ look: look(c as unknown as Context<MemberEnv>), form: EMPTY_IMPORT })),
  )

  routes.post('/library/import', keeper, async (c) => {
    const fields = await formFields(c)
    const form = {
      onTrouble: oneOf(['nothing', 'go-on'], firstOf(fields, 'on-trouble'), 'nothing'),
      onAlike: oneOf(['skip', 'update', 'both'], firstOf(fields, 'on-alike'), 'skip'),
      visibility: oneOf(VISIBILITIES, firstOf(fields, 'visibility'), 'members'),
      rights: oneOf(RIGHTS, firstOf(fields, 'rights'), 'unknown'),
    }
    const checkOnly = firstOf(fields, 'do') === 'check'
    const file = (await c.req.formData().catch(() => new FormData())).get('file')
    const again = (error: string) =>
      c.html(ImportPage({ look: look(c as unknown as Context<MemberEnv>), form, error }), 422)
    if (!(file instanceof File) || file.size === 0) return again('Choose a file.')
    const bytes = Buffer.from(await file.arrayBuffer())
    const report = await importRecords(
      c.get('signedIn').actor,
      asActor,
      { name: file.name, open: () => Readable.from([bytes], { objectMode: false }) },
      { ...form, checkOnly },
    )
    if (isRefusal(report)) return again(report.fields?.file ?? 'A file with this ending cannot be read here.')
    const page = ImportPage({
      look: look(c as unknown as Context<MemberEnv>),
      form,
      report,
      checked: checkOnly,
    })
    return c.html(page, report.written || checkOnly ? 200 : 422)
  })

  routes.get('/library/records/:file', (c) => {
    const format = EXPORTS.find(({ ending }) => c.req.param('file') === `all.${ending}`)
    if (!format) return c.notFound()
    const text = Readable.from(exportRecords(c.get('actor'), asActor, format))
    return c.body(Readable.toWeb(text.map((chunk) => Buffer.from(chunk))) as ReadableStream, 200, {
      'content-type': `${format.mime}; charset=utf-8`,
      'content-disposition': `attachment; filename="library.${format.ending}"`,
    })
  })

  const oai = async (c: Context<Env>, given: readonly (readonly [string, string])[]) => {
    const { origin } = new URL(c.req.url)
    const repository = {
      url: `${publicOrigin ?? origin}/oai`,
      contact:
        securityContact?.replace(/^mailto:/, '') ?? `library@${new URL(publicOrigin ?? origin).hostname}`,
    }
    const xml = await asActor({ kind: 'visitor' }, (tx) => answerOai(tx, given, repository, new Date()))
    return c.body(xml, 200, { 'content-type': 'text/xml; charset=utf-8' })
  }

  routes.get('/oai', (c) => oai(c, [...new URL(c.req.url).searchParams]))

  routes.post('/oai', async (c) => {
    const fields = await formFields(c)
    return oai(
      c,
      Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    )
  })

  return routes
}
