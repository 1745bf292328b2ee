import { type Example, minutesFrom } from '../../example.ts'
import { ButtonLink } from '../button/button.tsx'
import { ClockRow } from '../clock/clock-row.tsx'
import { Glyph } from '../glyph/glyph.tsx'
import { State } from '../state/state.tsx'
import { Row, Rows } from './rows.tsx'

export const examples: readonly Example[] = [
  {
    title: 'A queue by urgency',
    wide: true,
    render: ({ key, now, zone }) => (
      <Rows label={`Now, ${key}`} ordered now>
        <ClockRow
          title={<a href="#rows">Jay, warm handoff</a>}
          startAt={minutesFrom(now, -26)}
          dueAt={minutesFrom(now, 4)}
          now={now}
          zone={zone}
          end={<ButtonLink href="#rows">We are together</ButtonLink>}
        >
          Officer Reyes waits with Jay at Dock and 3rd.
        </ClockRow>
        <ClockRow
          title={<a href="#rows">Sofia R., provider answer</a>}
          startAt={minutesFrom(now, -36)}
          dueAt={minutesFrom(now, -6)}
          now={now}
          zone={zone}
          end={
            <ButtonLink kind="outline" href="#rows">
              Log a call
            </ButtonLink>
          }
        >
          Lantern House has not answered.
        </ClockRow>
        <Row
          mark={<Glyph name="phone" kind="amber" />}
          title={<a href="#rows">Denise A., call back</a>}
          end={
            <ButtonLink kind="outline" href="tel:5550152" icon="phone">
              Call <span class="nb">555-0152</span>
            </ButtonLink>
          }
        >
          <p>By 5:30&nbsp;PM. She asked if she can start Thursday.</p>
        </Row>
        <Row mark={<Glyph name="lock" kind="who" />} title="R., March 2">
          <p>
            Delivered. There will be no more news.{' '}
            <span class="muted">That is this person’s choice, and says nothing about how it went.</span>
          </p>
        </Row>
      </Rows>
    ),
  },
  {
    title: 'Without marks, inside a card',
    render: ({ key }) => (
      <div class="cw-card">
        <Rows label={`Places, ${key}`} bare>
          <Row title="Tidewell Recovery" end={<State is="open">3&nbsp;beds</State>}>
            <p class="muted small">22&nbsp;min ago, from their desk</p>
          </Row>
          <Row title="Lantern House detox" end={<State is="soon">1&nbsp;bed</State>}>
            <p class="muted small">2&nbsp;h ago, from their desk</p>
          </Row>
          <Row title="Marlow Women’s House" end={<State is="shut">Full</State>}>
            <p class="muted small">9&nbsp;h ago, by phone</p>
          </Row>
        </Rows>
      </div>
    ),
  },
]
