import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ConsentTables } from './consent.table.ts'

/** All that a person signed, or one release. */
export type WhichSigned = { readonly personId: string } | { readonly releaseId: string }

/** Each line of what was signed, with its release, the newest first, as far as the actor may know. */
export const selectSigned = (tx: Tx, which: WhichSigned) =>
  tables<ConsentTables>(tx)
    .selectFrom('release')
    .innerJoin('releaseLine', 'releaseLine.releaseId', 'release.id')
    .where((release) =>
      'personId' in which
        ? release('release.personId', '=', which.personId)
        : release('release.id', '=', which.releaseId),
    )
    .where('release.status', '=', 'active')
    .select([
      'release.id as releaseId',
      'release.kind',
      'release.purpose',
      'release.formText',
      'release.formVersion',
      'release.formLanguage',
      'release.formSha256',
      'release.personId',
      'release.personName',
      'release.signature',
      'release.signatureHow',
      'release.signatureStrokes',
      'release.signedBy',
      'release.signerName',
      'release.signerSignature',
      'release.signerStrokes',
      'release.witness',
      'release.interpreter',
      'release.signedAt',
      'release.fromOrganizationId',
      'releaseLine.id as lineId',
      'releaseLine.recipientOrganizationId',
      'releaseLine.dataClasses',
      'releaseLine.withheldClasses',
      'releaseLine.expiresAt',
      'releaseLine.endsOn',
      'releaseLine.endedAt',
      'releaseLine.revokedAt',
    ])
    .select(
      sql<boolean>`release_line.revoked_at is null and release_line.ended_at is null
        and (release_line.expires_at is null or release_line.expires_at > now())`.as('isLive'),
    )
    .orderBy('release.signedAt', 'desc')
    .orderBy('releaseLine.id')
    .execute()
