/** What asking a place for its room leaves to be done. */
export const SEND_CAPACITY_LINK = { name: 'send-capacity-link', retries: 10 } as const

export type CapacityLinkWork = {
  readonly linkId: string
  readonly messageId: string
  /** The county from which it was asked; null where the place asked for itself. */
  readonly jurisdictionId: string | null
}

export const NETWORK_QUEUES = [SEND_CAPACITY_LINK]
