/** Why kits are asked for. */
export const RESTOCK_REASONS = ['asked', 'used', 'expired', 'damaged', 'lost', 'below-minimum'] as const
export type RestockReason = (typeof RESTOCK_REASONS)[number]

export const REASON_WORDS: Readonly<Record<RestockReason, string>> = {
  asked: 'More are needed',
  used: 'Used',
  expired: 'Expired',
  damaged: 'Damaged',
  lost: 'Lost',
  'below-minimum': 'Below the minimum',
}

/**
 * How many kits a place should ask for: what brings it back to twice its minimum, so that it does not ask again with the
 * next kit that leaves.
 */
export const kitsToAsk = (minimum: number, has: number): number => Math.max(1, 2 * minimum - Math.max(0, has))
