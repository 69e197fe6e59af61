import { SourceStrip } from '../board.tsx'
import { ClaimRange } from '../claim-range.tsx'
import { EvidenceItem, EvidenceList } from '../evidence.tsx'
import { LogList } from '../log.tsx'
import { Panel, UnitFigures } from '../panel.tsx'
import { PostureLadder } from '../posture-ladder.tsx'
import { RingMap } from '../ring-map.tsx'
import { RoleStep, TaskList } from '../role-step.tsx'
import { SparkChart, Sparkline } from '../sparkline.tsx'
import { Tag } from '../tag.tsx'

const lastHour = [3, 2, 4, 3, 4, 2, 3, 4, 3, 3, 2, 4, 4, 3, 3, 4, 2, 4, 4, 12, 19, 26, 34, 41]

export function FurnitureBoard() {
  return (
    <>
      <section aria-labelledby="posture">
        <h2 id="posture">Posture</h2>
        <PostureLadder
          label="Posture, example"
          steps={[
            { name: 'Normal', state: 'past', detail: 'until 14:56' },
            { name: 'Advisory', state: 'now', detail: '14:56, Amal Haddad. Back to normal at 15:26 unless renewed' },
            { name: 'Standby', state: 'next' },
            { name: 'Activated', state: 'next', detail: 'would pause 3 scheduled news posts' },
            { name: 'Stand-down', state: 'next' },
          ]}
        />
      </section>
      <section aria-labelledby="board">
        <h2 id="board">Drawings of the watch board</h2>
        <div class="fu-grid">
          <RingMap
            label="Ring map, example. The ferry terminal lies 3.2 km east, Central Station 6.1 km north-west, St Brannoc’s 8 km south-west, the airport 18 km north."
            ringText={(km) => `${km} km`}
            marks={[
              { kind: 'here', name: 'Ferry terminal', detail: '3.2 km, 9 min', km: 3.2, bearing: 76 },
              { kind: 'incident', name: 'Central Station', km: 6.1, bearing: 311 },
              { kind: 'place', name: 'St Brannoc’s', km: 8, bearing: 228 },
              { kind: 'place', name: 'Airport', km: 18, bearing: 338 },
            ]}
          />
          <ClaimRange
            label="Claims of people hurt, example: one person says three, one says five, Harbour Radio at least ten, one person twenty."
            figure="3 to 20"
            words={{ person: 'a person', newsroom: 'a newsroom', official: 'an official' }}
            claims={[
              { least: 3, by: 'person' },
              { least: 5, by: 'person' },
              { least: 10, by: 'newsroom' },
              { least: 20, by: 'person' },
            ]}
          />
          <SparkChart
            label="Posts a minute since 14:00, example: between 2 and 5 until 14:53, then rising to 41."
            series={lastHour}
            normal={{ low: 2, high: 5 }}
            normalText="normal at this hour: 2 to 5"
            nowText="now 41"
            ticks={[
              { at: 0, text: '14:00' },
              { at: 0.5, text: '14:30' },
              { at: 1, text: '15:00' },
            ]}
            marks={[
              { at: 0.8, text: 'first post 14:53' },
              { at: 0.88, text: 'newsroom 14:55' },
            ]}
          />
          <Sparkline
            label="Posts a minute in the last hour, example: 41 now, normally 2 to 5"
            series={lastHour}
            normal={{ low: 2, high: 5 }}
          />
        </div>
        <EvidenceList label="Evidence, example">
          <EvidenceItem
            at="2026-11-21T14:53:10Z"
            time="14:53:10"
            text="Huge bang at the ferry terminal. Windows out all along Quay Street, people running"
            weight="counted"
            verdict="Counted"
            why="Bluesky · saw it, names the place, photo"
          />
          <EvidenceItem
            at="2026-11-21T14:53:22Z"
            time="14:53:22"
            lang="es"
            text="explosión en el muelle 2, hay varios heridos en el suelo"
            weight="counted"
            verdict="Counted"
            why="Mastodon · saw it, names the pier, “several hurt”"
          />
          <EvidenceItem
            at="2026-11-21T14:54:05Z"
            time="14:54:05"
            text="RT Huge bang at the ferry terminal. Windows out all along Quay Street"
            weight="not"
            verdict="Not counted"
            why="X · copy of the first post, with 2 more"
          />
          <EvidenceItem
            at="2026-11-21T14:56:48Z"
            time="14:56:48"
            text="pretty sure that is the regatta fireworks going off early"
            weight="against"
            verdict="Says otherwise"
            why="Bluesky · 2.8 km away, did not see it"
            arrived
          />
        </EvidenceList>
        <SourceStrip
          title="Sources"
          sources={[
            { name: 'Bluesky', state: 'live', text: 'live, 212/s' },
            { name: 'Weather alerts', state: 'slow', text: 'slow, 6 min behind' },
            { name: 'Facebook page', state: 'blind', text: 'blind since 14:41' },
          ]}
        />
      </section>
      <section aria-labelledby="readiness">
        <h2 id="readiness">Readiness</h2>
        <div class="sv-stack">
          <Panel id="units" title="Units" aside="as each unit last said" flush headingLevel={3}>
            <UnitFigures
              figures={[
                { label: 'Emergency bays free, 15:05', value: '6', of: 'of 22' },
                { label: 'Operating rooms free, 15:04', value: '3', of: 'of 8' },
                { label: 'Intensive care beds, 15:02', value: '2', of: 'of 16' },
                { label: 'O negative units, 14:40', value: '18' },
                {
                  label: 'Ward beds by 17:00',
                  value: (
                    <Tag kind="hand" icon="clock">
                      not told yet
                    </Tag>
                  ),
                },
              ]}
            />
          </Panel>
          <Panel id="sheets" title="Role sheets" aside="2 of 4 steps done, 1 late" flush headingLevel={3}>
            <div class="rd-roles">
              <TaskList title="Incident commander" who="Amal Haddad" headingLevel={3}>
                <RoleStep
                  id="step-1"
                  action="#readiness"
                  text="Take the role, say so on channel 1"
                  done
                  detail="14:57, target 14:58"
                />
                <RoleStep
                  id="step-2"
                  action="#readiness"
                  text="First briefing, all leads"
                  detail="target 15:11, in 4 min"
                />
              </TaskList>
              <TaskList title="Emergency charge nurse" who="Jonas Brandt" headingLevel={3}>
                <RoleStep id="step-3" text="Clear bays 1 to 6" done stateText="done" detail="15:05, target 15:06" />
                <RoleStep
                  id="step-4"
                  text="Count stretchers and ventilators"
                  late
                  stateText="not done"
                  detail="2 min late, target 15:04"
                />
              </TaskList>
            </div>
          </Panel>
          <Panel id="log" title="Log" aside="41 entries, seal checked 15:06" flush headingLevel={3}>
            <LogList
              entries={[
                { at: '2026-11-21T15:05:00Z', time: '15:05', who: 'Jonas Brandt', what: 'bays 1 to 6 clear' },
                {
                  at: '2026-11-21T15:01:00Z',
                  time: '15:01',
                  who: 'Amal Haddad',
                  what: 'posture advisory to standby, 35 min',
                },
              ]}
            />
          </Panel>
        </div>
      </section>
    </>
  )
}
