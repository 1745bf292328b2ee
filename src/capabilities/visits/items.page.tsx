import {
  Button,
  DataTable,
  dayName,
  EmptyState,
  Page,
  PageHeading,
  ScreenOnly,
  SignLines,
  State,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { dayWords } from '#kernel/calendar-day.ts'
import type { ItemRow } from './items.store.ts'

export type ItemsProps = {
  readonly frame: Frame
  readonly now: Date
  readonly zone: string
  readonly stationName: string
  readonly items: readonly ItemRow[]
  readonly names: ReadonlyMap<string, string>
  readonly ownId: string
  readonly newer: string | undefined
  readonly older: string | undefined
}

const DestroyedCell = ({ item, ...props }: ItemsProps & { item: ItemRow }) => {
  const { names, ownId, now, zone } = props
  const by = (id: string | null) => (id && names.get(id)) || 'A member'
  if (item.secondAt)
    return (
      <>
        {dayName(item.secondAt, now, { zone })}: {by(item.destroyedByMemberId)}, {by(item.secondMemberId)}
      </>
    )
  const sign = (words: string) => (
    <form method="post" action={`/visits/items/${item.id}/destroy`}>
      <Button kind="outline" icon="pen" hiddenWords={` bag ${item.bagNumber}`}>
        {words}
      </Button>
    </form>
  )
  if (!item.destroyedByMemberId) return sign('I destroyed it')
  return (
    <div class="stack gap-1">
      <State is="soon">{`Signed by ${by(item.destroyedByMemberId)}; a second is needed`}</State>
      {item.destroyedByMemberId !== ownId && sign('I saw it destroyed')}
    </div>
  )
}

/** The report of a station's evidence room: bags and signatures, and of nobody. */
export const ItemsPage = (props: ItemsProps) => {
  const { frame, stationName, items, names, newer, older } = props
  const kept = items.filter(({ secondAt }) => !secondAt).length
  return (
    <Page {...frame} title="Evidence room">
      <PageHeading
        over={<a href="/visits">Visits</a>}
        title={
          kept === 0
            ? 'Nothing waits to be destroyed'
            : `${kept === 1 ? 'One bag waits' : `${kept} bags wait`} to be destroyed`
        }
        note={`${stationName}: what people handed over who asked for help. It belongs to no name, no visit and no charge.`}
      />
      <div class="stack gap-3">
        {items.length === 0 ? (
          <EmptyState icon="box" title="Nothing was handed over" level={2}>
            What is recorded during a visit stands here, by its bag.
          </EmptyState>
        ) : (
          <div class="cw-card flush">
            <DataTable
              id="items"
              caption="Surrendered items"
              hideCaption
              rows={items}
              columns={[
                { title: 'Bag', cell: ({ bagNumber }) => bagNumber },
                { title: 'What it is', cell: ({ description }) => description },
                { title: 'Handed over', cell: ({ takenOn }) => dayWords(takenOn, 'en') },
                {
                  title: 'Sealed by, seen by',
                  cell: ({ takenByMemberId, witnessMemberId }) =>
                    [takenByMemberId, witnessMemberId].map((id) => names.get(id) ?? 'A member').join(', '),
                },
                { title: 'Destroyed', cell: (item) => <DestroyedCell {...props} item={item} /> },
              ]}
            />
          </div>
        )}
        <SignLines lines={[{ label: 'For the evidence room' }, { label: 'Day' }]} />
        <ScreenOnly>
          <p class="flow">
            {newer && <a href={newer}>Newer</a>}
            {older && <a href={older}>Older</a>}
          </p>
          <WhoCanSee can={[stationName]} cannot={['Courts', 'Angels', 'Other police']}>
            <b>Only {stationName} sees this list.</b> It leads to nobody.
          </WhoCanSee>
        </ScreenOnly>
      </div>
    </Page>
  )
}
