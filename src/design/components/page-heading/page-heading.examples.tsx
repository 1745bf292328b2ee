import { type FrameExample, minutesFrom } from '../../example.ts'
import { ButtonLink } from '../button/button.tsx'
import { Card } from '../card/card.tsx'
import { ChipLinks } from '../chips/chips.tsx'
import { Clock } from '../clock/clock.tsx'
import { ClockRow } from '../clock/clock-row.tsx'
import { Glyph } from '../glyph/glyph.tsx'
import { officer, officerTabs } from '../page/page.examples.tsx'
import { Page } from '../page/page.tsx'
import { Row, Rows } from '../rows/rows.tsx'
import { Section } from '../section/section.tsx'
import { Steps } from '../steps/steps.tsx'
import { Toast } from '../toast/toast.tsx'
import { PageHeading } from './page-heading.tsx'

export const frames: readonly FrameExample[] = [
  {
    slug: 'member',
    title: 'A page of a member',
    render: ({ assets, theme, now, zone }) => (
      <Page
        title="Jay’s handoff"
        assets={assets}
        theme={theme}
        field
        place={['Pierpoint Police', 'Night shift']}
        person={officer(theme)}
        nav={officerTabs}
        current="#referrals"
        footer={{
          name: 'Causeway in Harbor County',
          run: 'Run by Harbor County Public Health.',
          links: [{ href: '#privacy', label: 'Privacy' }],
        }}
      >
        <Toast message="Referral sent." undo={{ action: '/design', label: 'Take it back' }} />
        <PageHeading
          over="Referral, sent today 2:16 AM"
          title="Jay’s handoff"
          note="Jay agreed to this and can change it at any time."
          end={
            <ButtonLink kind="outline" icon="plus" href="#add">
              Add a walk-in
            </ButtonLink>
          }
        />
        <ChipLinks
          label="Whose work"
          links={[
            { href: '#mine', label: 'Mine, 11', current: true },
            { href: '#team', label: 'Team, 34' },
          ]}
        />
        <div class="cw-cols cw-sec">
          <div class="stack gap-3">
            <Card id="clock" gap={3}>
              <Clock
                title="Dana is on her way"
                startAt={minutesFrom(now, -12)}
                dueAt={minutesFrom(now, 18)}
                now={now}
                zone={zone}
                size="big"
              >
                She called you back.
              </Clock>
              <p class="flow pair">
                <ButtonLink big icon="check" href="#together">
                  We are together
                </ButtonLink>
                <ButtonLink big kind="outline" icon="phone" href="tel:5550119">
                  Call Dana
                </ButtonLink>
              </p>
            </Card>
            <Section id="yours" title="Your referrals" end={<a href="#all">All 9</a>}>
              <Rows>
                <ClockRow
                  title="J., corner of Dock and 3rd"
                  startAt={minutesFrom(now, -12)}
                  dueAt={minutesFrom(now, 18)}
                  now={now}
                  zone={zone}
                  end={
                    <ButtonLink kind="outline" href="#open">
                      Open
                    </ButtonLink>
                  }
                >
                  Dana Whitfield has it.
                </ClockRow>
                <Row mark={<Glyph name="lock" kind="who" />} title="R., March 2">
                  <p>Delivered. There will be no more news.</p>
                </Row>
              </Rows>
            </Section>
          </div>
          <Card title="What happened, what is next" id="steps">
            <Steps
              steps={[
                { title: 'Offered', note: '2:16 AM, you asked, Jay agreed', is: 'done' },
                { title: 'Together', note: 'Dana, Jay and you, face to face', is: 'now' },
                { title: 'Accepted', note: 'Each of you confirms, Jay too', is: 'next' },
              ]}
            />
          </Card>
        </div>
      </Page>
    ),
  },
]
