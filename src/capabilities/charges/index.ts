export { chargesRoutes } from './charges.routes.ts'
export { followsCases } from './follows-cases.ts'
export { holdCharge, listHeldCharges } from './hold-charge.ts'
