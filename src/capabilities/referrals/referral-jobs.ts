/** What making or answering a referral leaves to be done. The queues are made when the database is prepared. */
export const ANNOUNCE = { name: 'announce-referral', retries: 10 } as const
export const CLOCK_RAN_OUT = { name: 'clock-ran-out', retries: 10 } as const
export const EXPIRE_LINK = { name: 'expire-link', retries: 5 } as const
export const DROP_DRAFTS = { name: 'drop-drafts', retries: 2 } as const

export type LinkWork = {
  readonly linkId: string
  readonly messageId: string
  readonly jurisdictionId: string
}
export type ClockWork = {
  readonly referralId: string
  readonly toMessageId: string
  readonly coordinatorMessageId: string
  readonly jurisdictionId: string
}

export const REFERRAL_QUEUES = [ANNOUNCE, CLOCK_RAN_OUT, EXPIRE_LINK, DROP_DRAFTS]
