import { type FrameExample, minutesFrom } from '../../example.ts'
import { Button } from '../button/button.tsx'
import { Chips } from '../chips/chips.tsx'
import { DateField } from '../date-field/date-field.tsx'
import { DraftForm } from '../draft-form/draft-form.tsx'
import { ErrorSummary } from '../error-summary/error-summary.tsx'
import { PageHeading } from '../page-heading/page-heading.tsx'
import type { NavItem } from '../role-nav/role-nav.tsx'
import { Said } from '../said/said.tsx'
import { SendBar } from '../send-bar/send-bar.tsx'
import { TextField } from '../text-field/text-field.tsx'
import type { Theme } from '../theme-switch/theme-switch.tsx'
import { WhoCanSee } from '../who-can-see/who-can-see.tsx'
import { Page } from './page.tsx'

/** The tabs of an officer, in the examples. */
export const officerTabs: readonly NavItem[] = [
  { href: '#home', label: 'Home', icon: 'home' },
  { href: '#referrals', label: 'Referrals', icon: 'hands', count: 1 },
  { href: '#places', label: 'Places', icon: 'map' },
  { href: '#naloxone', label: 'Naloxone', icon: 'spray' },
  { href: '#library', label: 'Library', icon: 'book' },
]

/** The officer of the examples, as the person menu takes it. */
export const officer = (theme: Theme) => ({
  name: 'Officer T. Reyes',
  note: 'Signed in until 7:00 AM. We warn you 10 minutes before.',
  links: [{ href: '#profile', label: 'My profile and training', icon: 'people' as const }],
  theme,
  returnTo: '/design',
  signOutAction: '/design',
})

const option = (label: string) => ({ value: label, label })
const reach = 'Give a way to reach them, or say there is none'
const born = 'February has no 30th. Check the day'

export const frames: readonly FrameExample[] = [
  {
    slug: 'form',
    title: 'A form in the field that came back',
    render: ({ assets, theme, now, zone }) => (
      <Page
        title="Make a referral"
        assets={assets}
        theme={theme}
        hasErrors
        field
        form
        narrow
        place={['Pierpoint Police', 'Night shift']}
        person={officer(theme)}
        nav={officerTabs}
        current="#referrals"
      >
        <PageHeading title="Make a referral" />
        <DraftForm
          action="/design"
          draftUrl="/design"
          savedAt={minutesFrom(now, -13)}
          zone={zone}
          class="stack gap-3"
        >
          <ErrorSummary
            errors={[
              { field: 'reach', message: reach },
              { field: 'born', message: born },
            ]}
          />
          <Said when="Say it first">
            “This is your choice. If you say no, nothing gets worse. I can bring somebody here who can help.
            Would you like that?”
          </Said>
          <Chips
            name="help"
            legend="What would help most?"
            big
            choose="any"
            values={['A place tonight', 'Medicine']}
            options={['A place tonight', 'Medicine', 'Detox', 'Somebody to talk to'].map(option)}
          />
          <TextField
            name="reach"
            label="Phone, or how to find them"
            hint="“No phone, by the ferry ramp most mornings” is fine"
            error={reach}
            autocomplete="off"
          />
          <DateField
            name="born"
            legend="Date of birth"
            hint="For example 4 28 1986"
            optional
            error={born}
            value={{ month: '2', day: '30', year: '1986' }}
          />
          <WhoCanSee can={['Harbor Navigators', 'You']} cannot={['Other police', 'Courts']}>
            <b>Only Harbor Navigators will see this, and you.</b> You will hear back only what Jay agrees to.
          </WhoCanSee>
          <SendBar note="No signal? It sends itself later.">
            <Button big wide icon="send">
              Send to Dana Whitfield
            </Button>
          </SendBar>
        </DraftForm>
      </Page>
    ),
  },
]
