/** What can happen to kits, in the order in which a kit meets it. */
export const EVENT_KINDS = [
  ...(['receive', 'give', 'move', 'return', 'leave-behind', 'administer'] as const),
  ...(['expire', 'damage', 'lose', 'count', 'correct'] as const),
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const RECIPIENT_KINDS = ['person', 'family', 'friend', 'other'] as const
export type RecipientKind = (typeof RECIPIENT_KINDS)[number]

/** A movement of kits of one lot; without a `from` they come in, without a `to` they are gone. */
export type Movement = {
  readonly lotId: string
  readonly fromHolderId: string | null
  readonly toHolderId: string | null
  readonly kits: number
}

/** Kits by holder and lot. */
export type Balances = ReadonlyMap<string, number>

export const balanceKey = (holderId: string, lotId: string): string => `${holderId} ${lotId}`

/** What the events come to, each balance the sum of what came less what went. */
export const sumOf = (movements: readonly Movement[]): Balances => {
  const balances = new Map<string, number>()
  const add = (holderId: string | null, lotId: string, kits: number) => {
    if (holderId === null) return
    const key = balanceKey(holderId, lotId)
    balances.set(key, (balances.get(key) ?? 0) + kits)
  }
  for (const { lotId, fromHolderId, toHolderId, kits } of movements) {
    add(fromHolderId, lotId, -kits)
    add(toHolderId, lotId, kits)
  }
  return balances
}

/** Whether the book would go below zero at the holder from whom the kits come. */
export const fallsShort = (balances: Balances, { lotId, fromHolderId, kits }: Movement): boolean =>
  fromHolderId !== null && (balances.get(balanceKey(fromHolderId, lotId)) ?? 0) < kits

/** The movement that makes the book agree with what was counted, at one holder and for one lot and no other. */
export const movementOfCount = (
  { holderId, lotId }: { readonly holderId: string; readonly lotId: string },
  inBook: number,
  counted: number,
): Movement => ({
  lotId,
  kits: Math.abs(counted - inBook),
  fromHolderId: counted < inBook ? holderId : null,
  toHolderId: counted < inBook ? null : holderId,
})

/** The movement that takes another back. */
export const movementBack = ({ lotId, fromHolderId, toHolderId, kits }: Movement): Movement => ({
  ...{ lotId, kits, fromHolderId: toHolderId, toHolderId: fromHolderId },
})

/** How an event reads in a list: what happened, said by whoever did it. */
export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  receive: 'Received',
  give: 'Given out',
  move: 'Moved',
  return: 'Returned',
  'leave-behind': 'Left behind',
  administer: 'Given to somebody',
  expire: 'Expired',
  damage: 'Damaged',
  lose: 'Lost',
  count: 'Counted',
  correct: 'Taken back',
}

export const RECIPIENT_WORDS: Readonly<Record<RecipientKind, string>> = {
  person: 'The person themselves',
  family: 'Family',
  friend: 'A friend',
  other: 'Somebody else',
}
