export { addListing, addPlaceName, type NewListing } from './add-listing.ts'
export { registerNetworkCommands } from './network.commands.ts'
