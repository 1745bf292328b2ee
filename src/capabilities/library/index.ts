export { fillLibrary } from './fill-library.ts'
export { keepIndex, type LibraryIndex } from './keep-index.ts'
export { readingRoutes } from './library.routes.ts'
export { registerReindexCommand } from './reindex.commands.ts'
