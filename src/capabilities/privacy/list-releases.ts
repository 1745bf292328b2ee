import { record } from '#audit'
import { type LineFilter, listReleaseLines, type ReleaseLine } from '#consent'
import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listPapers, type Paper } from '#signing'

/** A line of a release as the privacy office reads it: whom it names and what it tells, and no name of the person. */
export type OfficeLine = ReleaseLine & { readonly from: string; readonly to: string }

export type OfficeReleases = {
  readonly lines: readonly OfficeLine[]
  /** Files of the papers of these releases. */
  readonly papers: readonly Paper[]
  /** The organizations that releases name, to choose from. */
  readonly recipients: readonly { readonly id: string; readonly name: string }[]
}

/** The county's releases, line by line, for its privacy officer; that they were read is recorded. */
export const listReleases = (
  asActor: AsActor,
  actor: MemberActor,
  filter: LineFilter,
): Promise<OfficeReleases> =>
  asActor(actor, async (tx) => {
    const lines = await listReleaseLines(tx, filter)
    const named = await listReleaseLines(tx, { onePerRecipient: true })
    await record(tx, {
      action: 'privacy.releases',
      subjectKind: 'release-line',
      subjectIds: lines.map(({ id }) => id),
      outcome: 'seen',
      dataClasses: ['releases'],
    })
    const organizations = await findOrganizations(tx, [
      ...new Set([
        ...lines.flatMap((line) => [line.fromOrganizationId, line.recipientOrganizationId]),
        ...named.map(({ recipientOrganizationId }) => recipientOrganizationId),
      ]),
    ])
    const nameOf = (id: string) => organizations.get(id)?.name ?? 'An organization'
    const papers = await listPapers(tx, [...new Set(lines.map(({ releaseId }) => releaseId))])
    return {
      papers,
      lines: lines.map((line) => ({
        ...line,
        from: nameOf(line.fromOrganizationId),
        to: nameOf(line.recipientOrganizationId),
      })),
      recipients: named
        .map(({ recipientOrganizationId: id }) => ({ id, name: nameOf(id) }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    }
  })
