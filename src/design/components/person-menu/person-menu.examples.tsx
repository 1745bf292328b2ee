import type { Example } from '../../example.ts'
import { Face, PersonMenu } from './person-menu.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Who is signed in',
    render: () => (
      <div class="flow cw-shelf">
        <PersonMenu
          name="Officer T. Reyes"
          note="Signed in until 7:00 AM. We warn you 10 minutes before."
          links={[{ href: '#person-menu', label: 'My profile and training', icon: 'people' }]}
          theme="night"
          returnTo="/design"
          signOutAction="/design"
        />
        <Face name="Dana Whitfield" />
      </div>
    ),
  },
]
