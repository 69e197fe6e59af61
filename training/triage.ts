import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { HAND_FEATURES } from '../src/features/watch/detector/hand-features.ts'
import { NAMINGS } from '../src/features/watch/detector/kinds.ts'
import { type Model, loadModel } from '../src/features/watch/detector/model.ts'
import { readExamples } from './examples.ts'
import { type TriageFigures, measureTriage } from './measure.ts'
import { trainTriage } from './train.ts'
import { hasPack, readOptions } from './options.ts'

// Trains models/triage.bin and writes its card: `npm run train -- [--data DIR] [--out FOLDER] [--date YYYY-MM-DD]`.
// The same data gives the same bytes.

const values = readOptions()

if (hasPack(values.data)) train()
else console.log(`train: skipped, there is no incident pack in ${values.data} (say where with --data)`)

function train(): void {
  const { data, out, date } = values
  const started = performance.now()
  const bytes = trainTriage({ data })
  const seconds = (performance.now() - started) / 1000
  mkdirSync(out, { recursive: true })
  writeFileSync(`${out}/triage.bin`, bytes)
  console.log(`${out}/triage.bin: ${bytes.length} bytes in ${seconds.toFixed(1)} s`)
  const figures = measureTriage(data)
  writeFileSync(`${out}/triage.card.md`, card(bytes, loadModel(bytes), figures, date))
  console.log(`${out}/triage.card.md: average precision ${figures.averagePrecision.toFixed(3)} on events left out`)
}

function card(bytes: Uint8Array, model: Model, figures: TriageFigures, date: string): string {
  const { examples } = readExamples(values.data)
  const count = (collection: string, isRelated?: boolean) =>
    examples
      .filter(
        (example) => example.collection === collection && (isRelated === undefined || example.isRelated === isRelated),
      )
      .length.toLocaleString('en')
  const used = model.words.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0)
  const strongest = [...HAND_FEATURES.entries()]
    .map(([i, name]) => ({ name, weight: model.hand[i]! }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 16)
  return `# triage.bin

Tells posts that report harm, real and present, from ordinary talk: the first stage of the watch's detector.
A linear score (logistic regression): ${HAND_FEATURES.length} hand features over word lists in six languages (\`src/features/watch/detector/lexicon/\`),
and ${used.toLocaleString('en')} weights by hash, as signed bytes, of words, of pairs of words, and of what stands within four words of a word of harm, which is itself taken
for its class (a hazard, a responder), so that what is learnt of a flood holds for a derailment. It scores posts, never people.

- Size ${bytes.length.toLocaleString('en')} bytes; SHA-256 \`${createHash('sha256').update(bytes).digest('hex')}\`
- Made on ${date} by \`npm run train -- --data DIR\`. The same data and code give the same bytes.

## Data

The first three parts are MIT-licensed by the repositories that publish them; the texts belong to their authors, and none is in this repository. A hash does not give back a word.

| part | posts | of them related | licence |
|---|---|---|---|
| CrisisLexT6 (Olteanu, Castillo, Diaz, Vieweg, ICWSM 2014) | ${count('t6')} | ${count('t6', true)} | MIT |
| CrisisLexT26 (Olteanu, Vieweg, Castillo, CSCW 2015), labelled posts | ${count('t26')} | ${count('t26', true)} | MIT |
| StockNet (Xu and Cohen, ACL 2018), the earlier half, as ordinary talk | ${count('background')} | 0 | MIT |
| Synthetic: ordinary talk and first reports of harm, made from the sentences of \`training/talk/\` in six languages | ${count('made')} | ${count('made', true)} | Apache-2.0, ours |

A word may speak for harm only when related posts of at least five events have it (made reports of one kind are one event), so that names of events, places and days teach nothing;
it may speak against harm when twenty unrelated posts have it. Made posts weigh less than real ones. The hand-set weights are added in a share of about a third, for the first minutes, of which few labelled posts tell.

## Figures

Each of the five T6 events scored by a model that saw it neither in T6 nor in T26. False positives on the later half of StockNet, unseen in training.

| | average precision | recall at 0.1 % false positives |
|---|---|---|
${figures.events.map(({ event, averagePrecision, recall }) => `| ${event} | ${averagePrecision.toFixed(3)} | ${recall.toFixed(3)} |`).join('\n')}
| together | ${figures.averagePrecision.toFixed(3)} | ${figures.recall.toFixed(3)} |

What the whole detector does with it: \`docs/measured/watch.md\`, by \`npm run bench -- watch\`.

## Limits

Labels come from posts written late, mostly English, mostly floods and storms of 2012 and 2013. The word lists were written from a taxonomy of hazards, yet by people who
had read about these events; entries were then added and taken out, and the detector's thresholds set, after looking at false alarms in these streams, in Sentiment140 and in
the drills of this repository. Figures on any of them are therefore kinder than on streams nobody has looked at. Ordinary talk here is about companies: shares below are only where the detector starts, it learns each stream's own.

Strongest hand features: ${strongest.map(({ name, weight }) => `${name} ${weight.toFixed(1)}`).join(', ')}.

Share of ordinary posts that name a hazard, per 10,000: ${NAMINGS.map((name, i) => `${name} ${(model.shares[i]! * 1e4).toFixed(1)}`).join(', ')}.
`
}
