export { registerHsdsCommands } from './hsds.commands.ts'
export { hsdsRoutes } from './hsds.routes.ts'
