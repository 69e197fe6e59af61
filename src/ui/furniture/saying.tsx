import { Button } from '../button.tsx'
import { Details } from '../details.tsx'
import { EmergencyCard } from '../emergency-card.tsx'
import { EmptyState } from '../empty-state.tsx'
import { LogTable } from '../log.tsx'
import { InsetText, Notice, Undo, WarningCallout } from '../notice.tsx'
import { Pagination } from '../pagination.tsx'
import { Card, List } from '../panel.tsx'
import { PostForm } from '../post-form.tsx'
import { ProgressBar } from '../progress-bar.tsx'
import { Facts, SummaryList } from '../summary-list.tsx'
import { Table } from '../table.tsx'
import { IncidentState, SourceState, Tag } from '../tag.tsx'
import { Countdown, Time } from '../time.tsx'

export function FurnitureSaying() {
  return (
    <>
      <section aria-labelledby="states">
        <h2 id="states">States: a word, a shape, then colour</h2>
        <div class="fu-grid fu-grid--4">
          <div class="fu-col">
            <h3>Incident</h3>
            <IncidentState state="suspected" text="Suspected" />
            <IncidentState state="probable" text="Probable" />
            <IncidentState state="confirmed" text="Confirmed" />
            <IncidentState state="dismissed" text="Dismissed" />
            <IncidentState state="closed" text="Closed" />
          </div>
          <div class="fu-col">
            <h3>Source</h3>
            <SourceState state="live" text="Live" />
            <SourceState state="slow" text="Slow, 6 min behind" />
            <SourceState state="blind" text="Blind since 14:41" />
            <SourceState state="off" text="Switched off" />
          </div>
          <div class="fu-col">
            <h3>Who speaks</h3>
            <Tag kind="professional" icon="shield">
              Professional
            </Tag>
            <Tag kind="lived" icon="people">
              Lived experience
            </Tag>
          </div>
          <div class="fu-col">
            <h3>Work</h3>
            <Tag kind="good" icon="check">
              Approved
            </Tag>
            <Tag kind="hand" icon="clock">
              Waits for approval
            </Tag>
            <Tag kind="alarm" icon="x">
              Cannot be reached
            </Tag>
            <Tag kind="quiet" icon="lock">
              Sealed
            </Tag>
          </div>
        </div>
      </section>
      <section aria-labelledby="cards">
        <h2 id="cards">Cards and notices</h2>
        <div class="fu-grid">
          <EmergencyCard
            id="emergency-example"
            headingLevel={3}
            prefix="Immediate action required:"
            title="Chest tightness now?"
            lead="It needs help within minutes."
            signs={['has chest pain or cannot breathe', 'is bleeding and it does not stop']}
            call={{ href: 'tel:112', text: 'Call 112' }}
          />
          <Notice title="Note" headingLevel={3}>
            <p>Something good to know.</p>
          </Notice>
          <Notice kind="hand" title="Waits for you" headingLevel={3}>
            <p>Changed since approval: one sentence.</p>
          </Notice>
          <Notice kind="caution" title="Less than sure" headingLevel={3}>
            <p>Two things could tell people who you are.</p>
          </Notice>
          <Notice kind="alarm" icon="blind" title="Not watching" headingLevel={3}>
            <p>Facebook page is blind since 14:41. Ask Sam to renew its key.</p>
          </Notice>
          <Notice kind="good" icon="check" title="Saved" headingLevel={3}>
            <p>The rota of December stands.</p>
          </Notice>
          <Card>
            <h3>Card</h3>
            <p>A thing among things. A line, no shadow.</p>
          </Card>
          <EmptyState title="No questions yet">
            <p>
              Questions that patients pin to your videos appear here. <a href="#cards">Give a video to a patient</a>
            </p>
          </EmptyState>
          <InsetText>
            <p>A page says when it undoes itself.</p>
          </InsetText>
          <WarningCallout title="Test pages ring phones" prefix="Important:" headingLevel={3}>
            <p>12 people will be woken, each told that it is a test.</p>
          </WarningCallout>
          <Undo text="Incident dismissed">
            <PostForm action="#cards" label="Undo, example" inline>
              <button class="sv-linkish" type="submit">
                Undo, 9 s
              </button>
            </PostForm>
          </Undo>
          <Details summary="Why did this count?" id="why-example">
            <p>Its writer says that they saw it, and names the place.</p>
          </Details>
        </div>
      </section>
      <section aria-labelledby="lists">
        <h2 id="lists">Lists, tables, small parts</h2>
        <div class="fu-grid">
          <List
            items={[
              <>
                <a class="sv-link" href="#lists">
                  New knee, new hip
                </a>
                <p>1,204 people, 3 mentors. Dr Lindqvist answers on Thursdays.</p>
              </>,
              <>
                <a class="sv-link" href="#lists">
                  Caring for someone at home
                </a>
                <p>640 people, 5 mentors.</p>
              </>,
            ]}
          />
          <div class="sv-stack">
            <ProgressBar id="sent-example" label="Test pages" value={34} text="34 of 100 sent, the last 8 s ago" />
            <ProgressBar id="late-example" label="Role sheets" value={9} max={14} hand text="9 of 14 steps done" />
            <p>
              <Time at="2026-11-21T14:53:10Z" relative="4 min ago" absolute="14:53" />
            </p>
            <p>
              <Countdown until="2026-11-21T15:18:00Z" left="11:20" ends="until 15:18" over="over" />
            </p>
            <Facts
              rows={[
                ['posts', '4'],
                ['reports', 'none'],
                ['official', 'nobody yet'],
              ]}
            />
            <p>
              You feel <mark>chest tightness</mark> after the operation.
            </p>
          </div>
        </div>
        <SummaryList
          rows={[
            {
              key: 'Notification',
              value: 'Tested 20 November',
              action: { href: '#lists', text: 'Change', hidden: 'notification' },
            },
            {
              key: 'Text message',
              value: 'No number yet',
              action: { href: '#lists', text: 'Add', hidden: 'a number for text messages' },
            },
          ]}
        />
        <Table
          caption="Answers to the page"
          narrow="stack"
          stackLabels={['Person', 'Answer', 'After']}
          columns={[{ text: 'Person' }, { text: 'Answer' }, { text: 'After', numeric: true }]}
          rows={[
            [
              <>
                Dr Osei
                <br />
                <span class="sv-meta">trauma surgery</span>
              </>,
              <Tag kind="good" icon="check">
                here 15:20
              </Tag>,
              '52 s',
            ],
            [
              'Dr Marchetti',
              <Tag kind="alarm" icon="x">
                cannot be reached
              </Tag>,
              'no answer yet',
            ],
          ]}
        />
        <LogTable
          caption="Log of 21 November 2026"
          columns={{ time: 'Time', who: 'Who', what: 'What' }}
          entries={[
            { at: '2026-11-21T15:05:00Z', time: '15:05', who: 'Jonas Brandt', what: 'bays 1 to 6 clear' },
            {
              at: '2026-11-21T14:59:00Z',
              time: '14:59',
              who: 'Amal Haddad',
              what: 'incident confirmed; trauma team paged, 12 people',
            },
          ]}
        />
        <Pagination
          label="Pages, example"
          previous={{ href: '#lists', text: 'Newer' }}
          next={{ href: '#lists', text: 'Older', title: '14 to 20 November' }}
          position="Page 2 of 7"
        />
        <Button kind="quiet" icon="print" href="#lists">
          Print
        </Button>
      </section>
    </>
  )
}
