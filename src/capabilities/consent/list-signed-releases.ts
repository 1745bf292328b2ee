import { findOrganizations } from '#identity'
import type { DataClass } from '#kernel/data-classes.ts'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { EndingEvent, ReleaseKind, Signature, Signer } from './release-kinds.ts'
import { selectSigned, type WhichSigned } from './signed-releases.store.ts'

export type SignedLine = {
  readonly id: string
  readonly to: { readonly id: string; readonly name: string; readonly isPoliceOrCourt: boolean }
  readonly dataClasses: readonly DataClass[]
  /** Of these, what the person asked not to be shared after all. */
  readonly withheldClasses: readonly DataClass[]
  /** By the database's clock. */
  readonly isLive: boolean
  readonly expiresAt: Date | null
  readonly endsOn: EndingEvent | null
  readonly endedAt: Date | null
  readonly stoppedAt: Date | null
}

export type SignedRelease = {
  readonly id: string
  readonly kind: ReleaseKind
  readonly from: { readonly id: string; readonly name: string }
  readonly purpose: string
  /** The very words that were signed. */
  readonly form: { readonly text: string; readonly version: string; readonly language: 'en' | 'es' }
  readonly signedAt: Date | null
  readonly lines: readonly SignedLine[]
}

/** A signed release as it is shown to whoever holds it: the words, and what stands under them. */
export type SignedCopy = SignedRelease & {
  readonly personId: Id<'person'>
  readonly personName: string
  readonly sha256: string
  readonly signature: Pick<Signature, 'text' | 'strokes'> & { readonly how: Signature['how'] | null }
  /** Who signed beside the person, or in their place; null: the person alone. */
  readonly signer:
    | (Pick<Signature, 'text' | 'strokes'> & { readonly by: Signer; readonly name: string })
    | null
  readonly witness: string | null
  readonly interpreter: string | null
}

/**
 * What a person signed, the newest first, ended ones too, or the one release of an id: as far as the actor may know, and
 * the person all of it. None, when it is not signed or is not the actor's to read.
 */
export const listSignedReleases = async (tx: Tx, which: WhichSigned): Promise<SignedCopy[]> => {
  const rows = await selectSigned(tx, which)
  const organizations = await findOrganizations(tx, [
    ...new Set(rows.flatMap((row) => [row.fromOrganizationId, row.recipientOrganizationId])),
  ])
  const named = (id: string) => ({ id, name: organizations.get(id)?.name ?? 'An organization' })
  return [...Map.groupBy(rows, ({ releaseId }) => releaseId).values()].flatMap((lines) => {
    const [first] = lines
    if (!first) return []
    return {
      id: first.releaseId,
      kind: first.kind,
      from: named(first.fromOrganizationId),
      purpose: first.purpose ?? '',
      form: {
        text: first.formText ?? '',
        version: first.formVersion ?? '',
        language: first.formLanguage ?? 'en',
      },
      signedAt: first.signedAt,
      personId: first.personId,
      personName: first.personName ?? '',
      sha256: first.formSha256 ?? '',
      signature: {
        how: first.signatureHow,
        text: first.signature ?? undefined,
        strokes: first.signatureStrokes ?? undefined,
      },
      signer:
        first.signedBy === 'person'
          ? null
          : {
              by: first.signedBy,
              name: first.signerName ?? '',
              text: first.signerSignature ?? undefined,
              strokes: first.signerStrokes ?? undefined,
            },
      witness: first.witness,
      interpreter: first.interpreter,
      lines: lines.map((line) => ({
        id: line.lineId,
        to: {
          ...named(line.recipientOrganizationId),
          isPoliceOrCourt: organizations.get(line.recipientOrganizationId)?.isCriminalJustice ?? false,
        },
        dataClasses: line.dataClasses,
        withheldClasses: line.withheldClasses,
        isLive: line.isLive,
        expiresAt: line.expiresAt,
        endsOn: line.endsOn,
        endedAt: line.endedAt,
        stoppedAt: line.revokedAt,
      })),
    }
  })
}
