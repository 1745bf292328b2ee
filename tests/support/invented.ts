import { demoId } from '../../src/app/demo/demo-id.ts'
import { COUNTY, ORGANIZATIONS } from '../../src/app/demo/organizations.ts'

/** Ids in the invented county that tests of pages use. */
export const HARBOR_COUNTY: string = COUNTY.id
export const LANTERN_HOUSE: string = ORGANIZATIONS.lantern.id
export const PUBLIC_HEALTH: string = ORGANIZATIONS.publicHealth.id
export const PIERPOINT_POLICE: string = ORGANIZATIONS.police.id
/** Helps with treatment, day and night. */
export const LANTERN_DETOX = demoId(6, 1)
/** Helps with medicine, by day. */
export const OPEN_DOOR_WALK_IN = demoId(6, 2)
/** Helps people stay safer, and with nothing else. */
export const TIDELINE_DROP_IN = demoId(6, 4)
