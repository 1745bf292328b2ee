import { type Context, Hono } from 'hono'
import { type Env, findMembers, type MemberEnv, requireMember } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { type Id, isId, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type FieldName, listingImports, type Mapping } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type FormFields, firstOf, formFields } from '#platform/http/form-body.ts'
import { addImport } from './add-import.ts'
import { AlikePage } from './alike.page.tsx'
import { askToUndo, askToWrite, dropFile } from './ask-for-work.ts'
import { CheckPage } from './check.page.tsx'
import { chooseAlike } from './choose-alike.ts'
import { ColumnsPage } from './columns.page.tsx'
import { listAlike, listFindings } from './findings.store.ts'
import { findingsCsv } from './findings-csv.ts'
import { type DirectoryImport, isBusy, isChoice } from './import.ts'
import { percentOf } from './import-words.ts'
import { ImportsPage } from './imports.page.tsx'
import { findImport, listImports, listLeft, listMappings } from './imports.store.ts'
import { ProgressPage } from './progress.page.tsx'
import { type Beginning, beginningOf } from './read-beginning.ts'
import { ReportPage } from './report.page.tsx'
import { mappingFor, setColumns } from './set-columns.ts'

const IMPORTERS: readonly Role[] = ['manager', 'administrator']

/** Where a file is sent to. */
export const isImportUpload = (method: string, path: string): boolean =>
  method === 'POST' && path === '/imports'

const A_PAGE = 25
const FINDINGS_SHOWN = 50

type In = Context<Env & MemberEnv>

/** Bringing lists into the directory: choosing a file, looking at it, importing it, and taking it back. */
export const importRoutes = ({ asActor }: { asActor: AsActor }): Hono<Env> => {
  const routes = new Hono<Env>()
  const importer = requireMember(...IMPORTERS)

  const listPage = async (c: In, error?: string) => {
    const { actor, timeZone } = c.get('signedIn')
    const page = pageIn(c)
    const { imports, names } = await asActor(actor, async (tx) => {
      const found = await listImports(tx, { most: A_PAGE + 1, after: (page - 1) * A_PAGE })
      const members = await findMembers(
        tx,
        found.flatMap(({ byMember }) => byMember ?? []),
      )
      return { imports: found, names: new Map([...members].map(([id, { name }]) => [id, name])) }
    })
    const made = ImportsPage({
      frame: c.get('frame'),
      id: newId(),
      error,
      imports: imports.slice(0, A_PAGE),
      names,
      page,
      hasMore: imports.length > A_PAGE,
      wasDropped: c.req.query('said') === 'dropped',
      now: new Date(),
      zone: timeZone,
    })
    return c.html(made, error === undefined ? 200 : 422)
  }

  routes.get('/imports', importer, (c) => listPage(c))

  routes.post('/imports', importer, async (c) => {
    const form = await c.req.formData().catch(() => new FormData())
    const [id, file] = [form.get('id'), form.get('file')]
    const isFile = file instanceof File && file.size > 0
    const added = await addImport(asActor, c.get('signedIn').actor, {
      id: (typeof id === 'string' && isId(id) ? id : newId()) as Id<'directory-import'>,
      fileName: isFile ? file.name : '',
      file: isFile ? Buffer.from(await file.arrayBuffer()) : undefined,
    })
    return isRefusal(added) ? listPage(c, added.explanation) : c.redirect(`/imports/${added.id}`, 303)
  })

  const findOne = async (c: In): Promise<DirectoryImport | undefined> => {
    const id = c.req.param('id') ?? ''
    return isId(id) ? asActor(c.get('signedIn').actor, (tx) => findImport(tx, id)) : undefined
  }

  const columnsPage = async (
    c: In,
    one: DirectoryImport,
    form?: { mapping: Mapping; errors: Record<number, string>; keepAs: string },
  ) => {
    const { actor } = c.get('signedIn')
    const beginning = await beginningOf(asActor, actor, one.id)
    if (!beginning) return c.notFound()
    const kept = (await asActor(actor, listMappings)).flatMap(({ name, columns }) => {
      const mapping = mappingFor(columns, beginning.columns)
      return mapping ? [{ name, mapping }] : []
    })
    const chosen = kept.find(({ name }) => name === c.req.query('use'))
    const guessed = listingImports.table.guess(beginning.columns, beginning.samples)
    const made = ColumnsPage({
      frame: c.get('frame'),
      one,
      beginning,
      errors: form?.errors ?? {},
      mapping:
        form?.mapping ?? chosen?.mapping ?? (one.mapping as Mapping | null) ?? kept[0]?.mapping ?? guessed,
      keepAs: form?.keepAs ?? '',
      kept,
      keptChosen:
        chosen?.name ?? (one.mapping || c.req.query('use') !== undefined ? undefined : kept[0]?.name),
    })
    return c.html(made, form ? 422 : 200)
  }

  const checkPage = async (c: In, one: DirectoryImport) => {
    const rows = await asActor(c.get('signedIn').actor, async (tx) => {
      const of = (kind: string) => listFindings(tx, one.id, { kinds: [kind], most: FINDINGS_SHOWN, after: 0 })
      return { skipped: await of('skipped'), blank: await of('blank'), noted: await of('noted') }
    })
    return c.html(CheckPage({ frame: c.get('frame'), one, ...rows }) ?? '')
  }

  const reportPage = async (c: In, one: DirectoryImport) => {
    const { actor, timeZone } = c.get('signedIn')
    const page = pageIn(c)
    const facts = await asActor(actor, async (tx) => ({
      skipped: await listFindings(tx, one.id, { kinds: ['skipped'], most: FINDINGS_SHOWN, after: 0 }),
      left: await listLeft(tx, one.id, { most: A_PAGE + 1, after: (page - 1) * A_PAGE }),
      by: one.byMember && (await findMembers(tx, [one.byMember])).get(one.byMember)?.name,
    }))
    const isLeft = one.state === 'undone' && (one.takenBack?.left ?? 0) > 0
    return c.html(
      ReportPage({
        frame: c.get('frame'),
        one,
        by: facts.by ?? (one.byMember ? 'A member' : 'The operator'),
        skipped: facts.skipped,
        left: facts.left.slice(0, A_PAGE),
        page,
        hasMore: facts.left.length > A_PAGE,
        mayUndo: one.jurisdictionId === actor.jurisdictionId && (one.state === 'done' || isLeft),
        now: new Date(),
        zone: timeZone,
      }),
    )
  }

  routes.get('/imports/:id', importer, async (c) => {
    const one = await findOne(c)
    if (!one) return c.notFound()
    if (isBusy(one)) return c.html(ProgressPage({ frame: c.get('frame'), one }))
    const wantsColumns = one.kind === 'csv' && one.state === 'checked' && c.req.query('step') === 'columns'
    if (one.state === 'columns' || wantsColumns) return columnsPage(c, one)
    return one.state === 'checked' ? checkPage(c, one) : reportPage(c, one)
  })

  routes.get('/imports/:id/progress', importer, async (c) => {
    const one = await findOne(c)
    return one ? c.json({ isBusy: isBusy(one), value: percentOf(one) }) : c.notFound()
  })

  routes.post('/imports/:id/columns', importer, async (c) => {
    const one = await findOne(c)
    const { actor } = c.get('signedIn')
    const beginning = one?.kind === 'csv' ? await beginningOf(asActor, actor, one.id) : undefined
    if (!one || !beginning) return c.notFound()
    const fields = await formFields(c)
    const mapping = mappingIn(fields, beginning)
    const keepAs = firstOf(fields, 'keepAs').slice(0, 80)
    const set = await setColumns(asActor, actor, one, { columns: beginning.columns, mapping, keepAs })
    return isRefusal(set) && set.refused !== 'not-waiting'
      ? columnsPage(c, one, { mapping, errors: { ...set.columns }, keepAs })
      : c.redirect(`/imports/${one.id}`, 303)
  })

  routes.get('/imports/:id/alike', importer, async (c) => {
    const one = await findOne(c)
    if (one?.state !== 'checked') return c.notFound()
    const last = Math.max(1, Math.ceil((one.found?.alike ?? 0) / A_PAGE))
    const page = Math.min(pageIn(c), last)
    const rows = await asActor(c.get('signedIn').actor, (tx) =>
      listAlike(tx, one.id, { most: A_PAGE, after: (page - 1) * A_PAGE }),
    )
    return c.html(AlikePage({ frame: c.get('frame'), one, rows, page, last }))
  })

  routes.post('/imports/:id/alike', importer, async (c) => {
    const one = await findOne(c)
    if (!one) return c.notFound()
    const fields = await formFields(c)
    const every = firstOf(fields, 'every')
    await chooseAlike(
      asActor,
      c.get('signedIn').actor,
      one,
      isChoice(every) ? { every } : { rows: choicesIn(fields) },
    )
    const last = Math.ceil((one.found?.alike ?? 0) / A_PAGE)
    const next = pageIn(c) + 1
    const goesOn = c.req.query('page') !== undefined && next <= last
    return c.redirect(goesOn ? `/imports/${one.id}/alike?page=${next}` : `/imports/${one.id}`, 303)
  })

  routes.get('/imports/:id/refused.csv', importer, async (c) => {
    const one = await findOne(c)
    if (!one) return c.notFound()
    const { actor } = c.get('signedIn')
    const findings = await asActor(actor, (tx) =>
      listFindings(tx, one.id, { kinds: ['skipped'], most: 200_000, after: 0 }),
    )
    return c.body(findingsCsv(one.found?.columns ?? [], findings), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="left-out.csv"',
    })
  })

  const asks = [
    ['write', askToWrite],
    ['undo', askToUndo],
  ] as const
  for (const [path, ask] of asks)
    routes.post(`/imports/:id/${path}`, importer, async (c) => {
      const one = await findOne(c)
      if (!one) return c.notFound()
      await ask(asActor, c.get('signedIn').actor, one)
      return c.redirect(`/imports/${one.id}`, 303)
    })

  routes.post('/imports/:id/drop', importer, async (c) => {
    const one = await findOne(c)
    if (!one) return c.notFound()
    const dropped = await dropFile(asActor, c.get('signedIn').actor, one)
    return c.redirect(isRefusal(dropped) ? `/imports/${one.id}` : '/imports?said=dropped', 303)
  })

  return routes
}

const pageIn = (c: Context): number => {
  const asked = c.req.query('page') ?? ''
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1
}

const mappingIn = (fields: FormFields, { columns }: Beginning): Mapping =>
  Object.fromEntries(
    columns.flatMap((_, column): [number, FieldName][] => {
      const field = firstOf(fields, `column-${column}`)
      return listingImports.table.isField(field) ? [[column, field]] : []
    }),
  )

const choicesIn = (fields: FormFields) =>
  Object.keys(fields).flatMap((name) => {
    const row = /^row-(\d{1,9})$/.exec(name)?.[1]
    const choice = firstOf(fields, name)
    return row && isChoice(choice) ? [{ row: Number(row), choice }] : []
  })
