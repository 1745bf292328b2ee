import { ButtonLink, Card, Hero, Page } from '#design'
import type { Frame, SignedIn } from '#identity'

/** An ordinary page that many people look at. */
const EXIT_TO = 'https://www.weather.gov/'

/** What Causeway is, for somebody who comes across it, and the way in for those who work with it. */
export const FrontPage = ({
  frame,
  signedIn,
  demo,
}: {
  readonly frame: Frame
  readonly signedIn: SignedIn | undefined
  readonly demo: boolean
}) => (
  <Page
    title="Help in an overdose crisis, together"
    public
    official={demo ? 'A demonstration in an invented county' : 'A public service of your community'}
    exitTo={EXIT_TO}
    assets={frame.assets}
    theme={frame.theme}
    footer={frame.footer}
  >
    <div class="stack gap-4">
      <Hero title="From the worst night to the next step">
        Causeway is how police and the people who treat, house and stand by somebody after an overdose work
        together here.
      </Hero>
      <div class="grid">
        <Card title="If you or a friend need help" id="help">
          <p>
            In an emergency call <a href="tel:911">911</a>. To talk with somebody, about drugs or about
            anything that weighs on you, call or text <a href="tel:988">988</a>: free, day and night, and you
            need not say who you are.
          </p>
          <p>Using alone tonight? Have somebody near you, and naloxone within their reach.</p>
        </Card>
        <Card title="For those who work with Causeway" id="work">
          {signedIn ? (
            <>
              <p>You are signed in as {signedIn.name}.</p>
              <p>
                <ButtonLink href={frame.home ?? '/start'}>Go to my work</ButtonLink>
              </p>
            </>
          ) : (
            <>
              <p>Officers, navigators, providers and their partners sign in here.</p>
              <p>
                <ButtonLink href="/sign-in">Sign in</ButtonLink>
              </p>
            </>
          )}
        </Card>
      </div>
      <p class="muted">
        Help is your choice, and saying no changes nothing for the worse. What somebody tells a place that
        treats them is kept from the police unless they themselves agree to share it, and they can take that
        back.
      </p>
    </div>
  </Page>
)
