export { fillLibrary } from './fill-library.ts'
export { readingRoutes } from './library.routes.ts'
