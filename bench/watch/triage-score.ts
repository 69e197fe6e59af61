import { WORD_LISTS } from '../../src/features/watch/detector/lexicon/index.ts'
import { scorePost } from '../../src/features/watch/detector/model.ts'
import { readPhrases } from '../../src/features/watch/detector/phrases.ts'
import { createScanner } from '../../src/features/watch/detector/scan.ts'
import { compileVocabulary } from '../../src/features/watch/detector/vocabulary.ts'
import type { TriageModel } from './models.ts'

const vocabulary = compileVocabulary(WORD_LISTS)
const scan = createScanner(vocabulary)

/** The triage score of each text, as the detector's first stage gives it. */
export function scoreTexts(model: TriageModel, texts: string[]): number[] {
  return texts.map((text) => {
    const read = scan(text)
    return scorePost(model, read, readPhrases(read, vocabulary))
  })
}
