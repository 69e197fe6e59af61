import type { Post, Voice } from './types.ts'
import { foldText } from './characters.ts'
import { secondBit } from './lexicon/categories.ts'
import { MARK_LINK } from './scan.ts'
import type { Categories } from './phrases.ts'

const OFFICIAL_NAME =
  /(police|policia|polizia|\bpd\b|sheriff|fire ?(dept|department|rescue|service|brigade)|bomber|vigili|protezione ?civile|proteccion ?civil|defesa ?civil|pompiers|gendarmerie|ambulance|\bems\b|emergency|\bgov\b|gobierno|governo|ayuntamiento|city ?of|mayor|alcald|\bnws\b|\busgs\b|phivolcs|pagasa|ndrrmc|\bsafety\b|coast ?guard|council|prefect|prefet|transit|ferries|transport|metro ?(rail|authority)|airport|railway|hospital|\bnhs\b|red ?cross|cruz ?roja)/
const NEWSROOM_NAME =
  /(\bnews|news\b|noticias|notizie|\btimes\b|\bherald\b|gazette|tribune|\bpost\b|chronicle|journal|\bradio\b|\btv\b|televi|reuters|\bap\b|\bafp\b|\bbbc|\bcnn|\bnbc|\bcbs|\babc\b|\bfox\b|\bansa\b|diario|giornale|jornal|\bpress\b|prensa|globo|\bglobe\b|guardian|telegraph|telegraf|breaking|courier|\becho\b|\bvoice\b|observer|\bmail\b)/

const NEWS = secondBit('newsroom')
const REPORT = secondBit('report')
const OFFICIAL = secondBit('official')

/** From this probability on, a text is taken for a newsroom's though no word of the lists says so. */
const SURE = 0.8

/** Who seems to speak: by the account's name first, else by the manner of the text. A kettle calling itself "news network" proves nothing, so a newsroom adds no more than a person does. `newsroom` is the probability that the text alone gives. */
export function voiceOf(post: Post, categories: Categories, marks: number, newsroom = 0): Voice {
  const author = foldText(post.author ?? '').replace(/ (social|example|com|org|net|bsky)\b/g, '')
  if (OFFICIAL_NAME.test(author)) return 'official'
  if (NEWSROOM_NAME.test(author)) return 'newsroom'
  if (post.author) return 'person'
  const source = foldText(post.source ?? '')
  if (/\b(rss|nws|cap|usgs)\b/.test(source)) return source.includes('rss') ? 'newsroom' : 'official'
  if ((categories.second & OFFICIAL) !== 0) return 'official'
  const reports = (categories.second & (NEWS | REPORT)) !== 0 && (marks & MARK_LINK) !== 0
  return reports || newsroom >= SURE ? 'newsroom' : 'person'
}
