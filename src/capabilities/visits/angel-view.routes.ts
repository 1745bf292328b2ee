import { record } from '#audit'
import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { getService } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { AngelPage } from './angel.page.tsx'
import type { CareProps } from './angel-care.page.tsx'
import { selectCareSteps, selectIntake, selectPeople, selectPersonOf } from './care.store.ts'
import { careOf } from './care.ts'
import { findVisit } from './get-visit.ts'
import type { In } from './station-view.routes.ts'
import { saidOf } from './visit-words.ts'

const MOST_EARLIER = 200

/** All that is known of whom the program met at a visit; undefined before the intake began. The look is recorded first. */
const findCare = async (
  tx: Tx,
  visitId: string,
  reader: { readonly now: Date; readonly zone: string },
): Promise<CareProps | undefined> => {
  const person = await selectPersonOf(tx, visitId)
  if (!person) return undefined
  await record(tx, {
    ...{ action: 'visits.open-person', subjectKind: 'visit', subjectIds: [visitId], outcome: 'seen' },
    dataClasses: ['identity', 'clinical', 'placement'],
  })
  const [steps, intake] = await Promise.all([selectCareSteps(tx, [visitId]), selectIntake(tx, visitId)])
  const care = careOf(person.beganAt, steps, reader.now)
  const ids = [...new Set([...steps.map(({ serviceId }) => serviceId), care.serviceId])]
  const names = new Map<string, string>()
  for (const id of ids) {
    const place = id ? await getService(tx, id) : undefined
    if (id && place) names.set(id, place.providerName)
  }
  const placeOf = (id: string | null | undefined) => (id && names.get(id)) || 'A place'
  return { ...reader, person, care, steps, intake, placeOf, newId: newId() }
}

const earlierOf = async (tx: Tx) => {
  const seen = new Set<string>()
  return (await selectPeople(tx, MOST_EARLIER)).filter(({ personId }) => {
    if (seen.has(personId)) return false
    seen.add(personId)
    return true
  })
}

const view = (asActor: AsActor, actor: MemberActor, id: string, reader: { now: Date; zone: string }) =>
  asActor(actor, async (tx) => {
    const visit = await findVisit(tx, actor, id)
    if (visit?.side !== 'program') return undefined
    const stations = await findOrganizations(tx, [visit.noted.organizationId])
    const own = visit.calls.findLast(({ angelMemberId }) => angelMemberId === actor.memberId)
    const care = await findCare(tx, id, reader)
    return {
      ...{ visit, own, care, earlier: !care && own?.hereSaidByAngelAt ? await earlierOf(tx) : [] },
      stationName: stations.get(visit.noted.organizationId)?.name ?? 'The station',
    }
  })

/** The page of a visit as the angel's program has it; not found where none of theirs was called. */
export const showToProgram = async (asActor: AsActor, c: In): Promise<Response> => {
  const { actor, timeZone: zone, organizationName: programName } = c.get('signedIn')
  const reader = { now: new Date(), zone }
  const found = await view(asActor, actor, c.req.param('id') ?? '', reader)
  if (!found) return c.notFound()
  const said = saidOf(c.req.query('said'))
  return c.html(AngelPage({ frame: c.get('frame'), ...reader, ...found, programName, said }))
}
