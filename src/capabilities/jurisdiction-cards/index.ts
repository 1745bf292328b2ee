export type { CardSummary } from './card.ts'
export { cardsRoutes } from './cards.routes.ts'
export { fillCards } from './fill-cards.ts'
export { findCard, listCards } from './list-cards.ts'
