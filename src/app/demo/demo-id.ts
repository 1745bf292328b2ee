/**
 * Ids of the invented county, the same in every installation: so that it is loaded once however often, and a page of it
 * keeps its address.
 *
 * @param kind 1 county, 2 organization, 3 member, 4 provider, 5 site, 6 service
 */
export const demoId = (kind: 1 | 2 | 3 | 4 | 5 | 6, number: number): string =>
  `0199d000-000${kind}-7000-8000-${number.toString(16).padStart(12, '0')}`
