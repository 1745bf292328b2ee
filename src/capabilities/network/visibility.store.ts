import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type Audience, type Columns, FACT_NAMES, FACTS, type FactName, visibilityOf } from './audience.ts'
import type { Part } from './visibility.ts'

/** Names of columns are values here, so they travel as text: the plugin that renames columns would rename them too. */
const columnsOf = (table: 'site' | 'service') => {
  const names = [
    ...new Set(FACT_NAMES.flatMap((fact) => (FACTS[fact].of === table ? FACTS[fact].columns : []))),
  ]
  return sql`jsonb_build_object(${sql.join(names.flatMap((name) => [sql.lit(name), sql.ref(`${table}.${name}`)]))})::text`
}

/** A listing for whoever says who is shown it; undefined for everybody else. */
export const findForProgram = async (tx: Tx, serviceId: string) => {
  const { rows } = await sql<{
    siteId: string
    providerId: string
    providerName: string
    serviceName: string
    isHarmReduction: boolean
    hasOwner: boolean
    maySite: boolean
    mayProvider: boolean
    site: string
    service: string
    siteDoor: string | null
    serviceDoor: string | null
    providerShownTo: Audience[]
    siteShownTo: Audience[]
    serviceShownTo: Audience[]
  }>`
    select service.site_id, service.provider_id, provider.name as provider_name, service.name as service_name,
      is_harm_reduction_program(service.needs) as is_harm_reduction, service.organization_id is not null as has_owner,
      actor_speaks_at(service.site_id, null) as may_site,
      not exists (select from service s where s.provider_id = service.provider_id
        and not actor_speaks_for(s.organization_id)) as may_provider,
      ${columnsOf('site')} as site, ${columnsOf('service')} as service,
      site.front_door::text as site_door, service.front_door::text as service_door,
      audience_set(provider.visibility, provider.audiences) as provider_shown_to,
      audience_set(site.visibility, site.audiences) as site_shown_to,
      audience_set(service.visibility, service.audiences) as service_shown_to
    from service join site on site.id = service.site_id join provider on provider.id = service.provider_id
    where service.id = ${serviceId} and actor_speaks_at(service.site_id, service.id)
    for update of service`.execute(tx.connection)
  const [row] = rows
  if (!row) return undefined
  const door = (text: string | null): Columns => (text === null ? {} : JSON.parse(text))
  return {
    ...row,
    site: JSON.parse(row.site) as Columns,
    service: JSON.parse(row.service) as Columns,
    siteDoor: door(row.siteDoor),
    serviceDoor: door(row.serviceDoor),
  }
}

export type KeptFact = { readonly fact: FactName; readonly value: Columns; readonly audiences: Audience[] }

/** The facts that are kept of a service and its site, as far as the actor is told them. */
export const listKeptFacts = async (tx: Tx, serviceId: string): Promise<KeptFact[]> => {
  const { rows } = await sql<{ fact: FactName; value: string; audiences: Audience[] }>`
    select fact, value::text, audiences from kept_fact
    where service_id = ${serviceId}
      or service_id is null and site_id = (select site_id from service where id = ${serviceId})`.execute(
    tx.connection,
  )
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) }))
}

/** Keeps these facts of a service and its site, and no others. */
export const keepFacts = async (
  tx: Tx,
  { siteId, serviceId }: { readonly siteId: string; readonly serviceId: string },
  facts: readonly KeptFact[],
): Promise<void> => {
  await sql`delete from kept_fact
    where (service_id = ${serviceId} or service_id is null and site_id = ${siteId})
      and fact <> all (${facts.map(({ fact }) => fact)}::text[])`.execute(tx.connection)
  for (const { fact, value, audiences } of facts)
    await sql`insert into kept_fact as kept (id, site_id, service_id, fact, value, audiences)
      values (${newId()}, ${siteId}, ${FACTS[fact].of === 'site' ? null : serviceId}, ${fact},
        ${JSON.stringify(value)}::jsonb, ${audiences})
      on conflict (site_id, service_id, fact) do update
        set value = excluded.value, audiences = excluded.audiences, updated_at = now()`.execute(tx.connection)
}

/**
 * Sets who is shown a provider, a site or a service, and, for the latter two, its true facts with what is shown instead.
 * @throws where the actor may not change it: whoever asks has to know that before
 */
export const setAudience = async (
  tx: Tx,
  part: Part,
  id: string,
  shownTo: readonly Audience[],
  facts?: { readonly true: Columns; readonly instead: Columns },
): Promise<void> => {
  const { visibility, audiences } = visibilityOf(shownTo)
  const names = facts ? Object.keys(facts.true).map((name) => sql.ref(name)) : []
  const door = facts && Object.keys(facts.instead).length > 0 ? JSON.stringify(facts.instead) : null
  const { numAffectedRows } = await sql`update ${sql.table(part)} set visibility = ${visibility},
      audiences = ${audiences}, updated_at = now()
      ${
        facts
          ? sql`, front_door = ${door}::jsonb, (${sql.join(names)}) = (select ${sql.join(names)}
              from jsonb_populate_record(null::${sql.table(part)}, ${JSON.stringify(facts.true)}::jsonb))`
          : sql``
      }
    where id = ${id}`.execute(tx.connection)
  if (numAffectedRows !== 1n) throw new Error(`This ${part} is not the actor’s to change.`)
}
