import { type Definition, PATHWAY_WORDS } from '#pathways'
import type { Way } from './diversion.ts'

const WAY_OF: Readonly<Partial<Record<Definition['kind'], Way>>> = {
  'officer-intervention': 'arrest',
  'officer-prevention': 'social-contact',
  'community-response': 'community',
}

/** The way of a diversion that a pathway is; undefined for those on which nobody is diverted. */
export const wayOf = ({ kind }: Pick<Definition, 'kind'>): Way | undefined => WAY_OF[kind]

/** By when something is due that a pathway gives a time for; undefined where it gives none. */
export const dueBy = (
  { deadlines }: Pick<Definition, 'deadlines'>,
  from: string,
  until: string,
  start: Date,
): Date | undefined => {
  const found = deadlines.find((one) => one.from === from && one.until === until)
  return found && new Date(start.getTime() + found.within * PATHWAY_WORDS.units[found.unit])
}

/** Days given for intake where a pathway says nothing: a deadline that nobody set would go by in silence. */
export const USUAL_INTAKE_DAYS = 30

/** The documents that a packet is made of beside those that the pathway names. */
const USUAL_PAPERS = ['Incident or offense report', 'Diversion form', 'List of items taken in evidence']

export const packetPapers = ({ documents }: Pick<Definition, 'documents'>): readonly string[] => [
  ...USUAL_PAPERS,
  ...documents.filter(({ when }) => when === 'packet-sent').map(({ label }) => label),
]
