import { Row, Rows, Section, State, When } from '#design'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { capacityWords, levelsOf } from './capacity.ts'
import { CapacityTaps } from './capacity-taps.page.tsx'
import { listOwnServices } from './own-services.store.ts'
import { CAPACITY_LEVELS } from './profile.ts'
import { listCapacity } from './told.store.ts'

/**
 * What stands on a desk of the capacity of its organization's services: one tap a level. Nothing for whoever keeps none.
 * It is read for whoever shows the desk, which knows nothing of the directory.
 */
export const deskRoom = async (
  asActor: AsActor,
  actor: MemberActor,
  { zone, now }: { readonly zone: string; readonly now: Date },
) => {
  const { services, capacity } = await asActor(actor, async (tx) => {
    const own = await listOwnServices(tx)
    return {
      services: own,
      capacity: await listCapacity(
        tx,
        own.map(({ id }) => id),
      ),
    }
  })
  if (services.length === 0) return undefined
  return (
    <Section id="capacity" title="Capacity: one tap says it to everybody">
      <Rows plain>
        {services.flatMap((service) =>
          levelsOf(service).map((level) => {
            const report = capacity.find((one) => one.serviceId === service.id && one.level === level)
            return (
              <Row
                title={
                  <a href={`/places/${service.id}`}>
                    {CAPACITY_LEVELS[level]}
                    {services.length > 1 && `, ${service.name}`}
                  </a>
                }
                end={
                  <CapacityTaps
                    action={`/places/${service.id}/capacity`}
                    level={level}
                    current={report}
                    returnTo="desk"
                  />
                }
              >
                {report ? (
                  <p>
                    <State is={report.isOpen ? 'open' : 'bad'}>{capacityWords(level, report)}</State>{' '}
                    <span class="muted">
                      <When at={report.asOf} now={now} zone={zone} as="relative" />
                    </span>
                  </p>
                ) : (
                  <p class="muted">Nobody has said yet.</p>
                )}
              </Row>
            )
          }),
        )}
      </Rows>
    </Section>
  )
}
