/** Lower-casing and accent folding as one table look-up per UTF-16 code unit, so that the hot path never builds a string. */

/** Ends a word. */
export const BREAK = 0
/** Is left out as if it were not there: combining accents, zero-width and direction marks, variation selectors. */
export const SKIP = 1
/** An apostrophe: ends a short word (l'incendie), is left out inside a longer one (don't). */
export const APOSTROPHE = 2

/** Letters that Unicode does not take apart, though people type them without their mark. */
const PLAIN_LETTER = new Map(Object.entries({ ß: 's', æ: 'a', ø: 'o', đ: 'd', ł: 'l', ı: 'i', œ: 'o', þ: 't', ð: 'd' }))

/** Code unit → folded code unit, or one of BREAK, SKIP, APOSTROPHE. */
export const FOLD: Uint16Array = buildFoldTable()

/** Code unit → 1 where each sign is a word of its own (Han, kana). */
export const IDEOGRAPH: Uint8Array = buildIdeographTable()

/** Folds a whole text the slow way, for word lists and gazetteers: the same letters that the table yields, words split by one blank. */
export function foldText(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const code = FOLD[text.charCodeAt(i)]!
    if (code === SKIP) continue
    if (code === APOSTROPHE) folded += endsShortWord(folded) ? ' ' : ''
    else folded += code === BREAK ? ' ' : String.fromCharCode(code)
  }
  return folded.replace(/ +/g, ' ').trim()
}

function endsShortWord(text: string): boolean {
  const word = text.slice(text.lastIndexOf(' ') + 1)
  return word.length <= 2 || word.endsWith('ll')
}

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(65536)
  const isWordSign = /[\p{L}\p{N}]/u
  const isSkipped = /[\p{Mn}\p{Me}\p{Cf}]/u
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const sign = String.fromCharCode(code)
    if (isSkipped.test(sign)) table[code] = SKIP
    else if (isWordSign.test(sign)) table[code] = foldSign(sign)
  }
  for (const apostrophe of ["'", '’', '‘', 'ʼ', '`', '´']) table[apostrophe.charCodeAt(0)] = APOSTROPHE
  return table
}

function foldSign(sign: string): number {
  const lower = sign.toLowerCase()
  // NFKD undoes accents and compatibility forms (full width, mathematical letters of the basic plane).
  const base = lower.normalize('NFKD').charAt(0)
  const code = (PLAIN_LETTER.get(base) ?? base).charCodeAt(0)
  return code > APOSTROPHE ? code : BREAK
}

function buildIdeographTable(): Uint8Array {
  const table = new Uint8Array(65536)
  table.fill(1, 0x3041, 0x3100)
  table.fill(1, 0x3400, 0xa000)
  table.fill(1, 0xf900, 0xfb00)
  return table
}
