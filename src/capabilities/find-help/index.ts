export { helpRoutes } from './find-help.routes.ts'
