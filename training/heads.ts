import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type HeadWeights, saveHeads } from '../src/features/watch/detector/heads.ts'
import { fitHeads } from './fit-heads.ts'
import { readHeadExamples } from './head-examples.ts'
import { calibrateHeads, scoreLeftOut } from './head-folds.ts'
import { type Figure, type HeadFigures, measureHeads } from './measure-heads.ts'
import { hasPack, readOptions } from './options.ts'

// Trains models/heads.bin and writes its card: `node training/heads.ts [--data DIR] [--out FOLDER] [--date YYYY-MM-DD]`.
// The same data gives the same bytes.

const values = readOptions()

if (hasPack(values.data)) train()
else console.log(`heads: skipped, there is no incident pack in ${values.data} (say where with --data)`)

function train(): void {
  const { data, out, date } = values
  const leftOut = scoreLeftOut(data, 'event')
  const curves = calibrateHeads(leftOut)
  const heads: HeadWeights = {
    ...fitHeads(readHeadExamples(data)),
    slope: Float32Array.from(curves, ({ slope }) => slope),
    offset: Float32Array.from(curves, ({ offset }) => offset),
  }
  const bytes = saveHeads(heads)
  mkdirSync(out, { recursive: true })
  writeFileSync(`${out}/heads.bin`, bytes)
  console.log(`${out}/heads.bin: ${bytes.length} bytes`)
  const figures = measureHeads(leftOut)
  const byKind = measureHeads(scoreLeftOut(data, 'kind'))
  writeFileSync(`${out}/heads.card.md`, card(bytes, figures, byKind, date))
  console.log(
    `${out}/heads.card.md: ${figures.map((one) => `${one.head} ${one.averagePrecision.value.toFixed(3)}`).join(', ')} on events left out`,
  )
}

function card(bytes: Uint8Array, figures: HeadFigures[], byKind: HeadFigures[], date: string): string {
  const examples = readHeadExamples(values.data)
  const real = examples.filter(({ isMade }) => !isMade)
  const positives = figures.map((_, head) => real.filter(({ labels }) => labels[head] === 1).length)
  return `# heads.bin

Read a post that speaks of an event: is it of use (informative), and does it come from an eyewitness, an authority (official) or a newsroom.
Four linear scores (logistic regression) over one table of hashed features: words and pairs of words, what stands near a word of harm, runs of three
and four characters, and the hand features of the watch's word lists. Each score is then made a probability by Platt's curve. They read posts, never people: the author's name and history are not looked at.

- Size ${bytes.length.toLocaleString('en')} bytes; SHA-256 \`${createHash('sha256').update(bytes).digest('hex')}\`
- Made on ${date} by \`node training/heads.ts --data DIR\`. The same data and code give the same bytes.

## Data

| part | posts | licence |
|---|---|---|
| CrisisLexT26 (Olteanu, Vieweg, Castillo, CSCW 2015): ${positives[0]!.toLocaleString('en')} informative, ${positives[1]!.toLocaleString('en')} by eyewitnesses, ${positives[2]!.toLocaleString('en')} by governments, ${positives[3]!.toLocaleString('en')} by media | ${real.length.toLocaleString('en')} | MIT |
| Synthetic: ordinary talk (not informative) and first reports of harm (informative) made from the sentences of \`training/talk/\` in six languages | ${(examples.length - real.length).toLocaleString('en')} | Apache-2.0, ours |

The texts of the first part belong to their authors, and none is in this repository. A feature counts only when posts of at least three events have it.

## Figures

Each event scored by heads that never saw it; thresholds and curves come from the other events' left-out scores (heads that were in part trained on this event gave those: two numbers a head).
In brackets the 95 % interval when events are drawn again. *Shifted*: the threshold follows the stream's own unlabelled scores (Saerens and others, 2002); the detector does not do that yet.

${tableOf(figures)}

The same with every event of a kind left out, and the kind's words hidden from the hand features:

${tableOf(byKind)}

## Limits

Labels are the crowd's, one event of a kind each, from 2012 and 2013, gathered by keyword; near-copies often carry different labels. "Eyewitness" there is mostly floods and haze lived through, not the first
minutes of something sudden, so take it as a hint. "Official" is weak: authorities are better known by the account's name. Made posts teach the head \`informative\` alone. The kind of harm, denials and numbers of
casualties are read by word lists and rules instead, on purpose: they can be read, corrected and extended by hand to kinds of harm that no labelled collection holds.
`
}

function tableOf(figures: HeadFigures[]): string {
  const rows = figures.map(
    (one) =>
      `| ${one.head} | ${withInterval(one.averagePrecision)} | ${withInterval(one.pooledF1)} | ${one.meanF1.toFixed(3)} | ${withInterval(one.shiftedF1)} | ${one.calibrationError.toFixed(3)} |`,
  )
  return `| head | average precision | F1, pooled | F1, mean over events | F1, pooled, shifted | calibration error |
|---|---|---|---|---|---|
${rows.join('\n')}`
}

function withInterval({ value, low, high }: Figure): string {
  return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
}
