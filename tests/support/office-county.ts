import { deriveKeys } from '#platform/config/keys.ts'
import { fillCounts } from '../../src/app/demo/fill-counts.ts'
import { fillMyRecord } from '../../src/app/demo/fill-my-record.ts'
import { fillPathways } from '../../src/app/demo/fill-pathways.ts'
import { fillPrivacy } from '../../src/app/demo/fill-privacy.ts'
import { type CountyApi, countyApi } from './county-api.ts'

/** The invented county, in which the privacy office has something of everything to do about one person, called Mac. */
export const officeCounty = async (): Promise<{ county: CountyApi; personId: string }> => {
  const county = await countyApi()
  const { asActor } = county.database
  await fillCounts(asActor)
  await fillPathways(asActor)
  const walked = await fillMyRecord(asActor, deriveKeys('a secret that is only for this test'))
  await fillPrivacy(asActor, walked)
  return { county, personId: walked.personId }
}
