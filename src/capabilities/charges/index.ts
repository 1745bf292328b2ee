export { chargesRoutes } from './charges.routes.ts'
export { followsCases } from './follows-cases.ts'
export { type Disposition, disposeCharge, holdCharge, listHeldCharges } from './hold-charge.ts'
