import { Card, DefinitionList, WhoCanSee } from '#design'
import { ALL, AUDIENCES, FACTS, reaches } from './audience.ts'
import type { Listing } from './get-service.ts'
import { factWords } from './view-words.ts'
import type { KeptFact } from './visibility.store.ts'

/** Facts that the program tells this reader, and not everybody who is shown the place. */
export const KeptFacts = ({ place, kept }: { place: Listing; kept: readonly KeptFact[] }) => {
  if (kept.length === 0) return null
  return (
    <Card title="Not told to everybody" id="kept">
      <p>
        {place.maySayWhoSees
          ? 'What you keep. Whoever is not told it reads the front door, or nothing.'
          : 'The program tells you this. Do not pass it on.'}
      </p>
      <DefinitionList
        items={kept.map(({ fact, value, audiences }) => ({
          term: FACTS[fact].label,
          value: (
            <>
              {factWords(fact, value) ?? 'Not known'}
              {place.maySayWhoSees && (
                <span class="muted">
                  {audiences.length > 0
                    ? ` (told to ${audiences.map((one) => AUDIENCES[one].toLowerCase()).join(' and ')})`
                    : ' (told to nobody)'}
                </span>
              )}
            </>
          ),
        }))}
      />
    </Card>
  )
}

/** Who is shown a place that is not for everybody, and, for its program, the way to change that. */
export const ShownTo = ({ place }: { place: Listing }) => {
  const can = ALL.filter((one) => reaches(place.seenBy, one))
  const isForAll = can.length === ALL.length
  const words = (some: readonly (typeof ALL)[number][]) => some.map((one) => AUDIENCES[one])
  return (
    <>
      {!isForAll && (
        <WhoCanSee
          can={['Its own organization', ...words(can)]}
          cannot={words(ALL.filter((one) => !can.includes(one)))}
        >
          <b>Not everybody is shown this place.</b>{' '}
          {can.length === 0 ? 'Only the organization that runs it is.' : 'The program decides who is.'}
        </WhoCanSee>
      )}
      {place.hasFrontDoor && !place.maySayWhoSees && (
        <p class="muted">Part of what is written here is a front door: the program keeps the rest.</p>
      )}
      {place.maySayWhoSees && (
        <p>
          <a href={`/places/${place.serviceId}/audience`}>Who is shown what</a>
        </p>
      )}
    </>
  )
}
