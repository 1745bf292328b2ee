/** Values by field; an empty text is a field without one. */
export type Fields = Readonly<Record<string, string>>

/** A field that two people changed, each to something else. */
export type Clash = { readonly field: string; readonly theirs: string; readonly mine: string }

/**
 * Brings together what two people wrote in one form, field by field. What only one of them changed is kept; a field that both
 * changed to the same is no clash; one that both changed differently is a clash, and stays as it is until somebody chooses.
 *
 * @param was what the form showed when it was opened
 * @param mine what is sent now
 * @param theirs what is stored now
 */
export const mergeFields = (
  was: Fields,
  mine: Fields,
  theirs: Fields,
): { readonly merged: Fields; readonly clashes: readonly Clash[] } => {
  const merged: Record<string, string> = { ...theirs }
  const clashes: Clash[] = []
  for (const [field, value] of Object.entries(mine)) {
    const before = was[field] ?? ''
    const stored = theirs[field] ?? ''
    if (value === before || value === stored) continue
    if (stored === before) merged[field] = value
    else clashes.push({ field, theirs: stored, mine: value })
  }
  return { merged, clashes }
}
