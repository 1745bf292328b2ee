export { addListing, addPlaceName, type NewListing } from './add-listing.ts'
