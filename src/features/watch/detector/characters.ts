/** Lower-casing and accent folding as one table look-up per sign, so that the hot path never builds a string. */

/** Ends a word. */
export const BREAK = 0
/** Is left out as if it were not there: combining accents, zero-width and direction marks, variation selectors. */
export const SKIP = 1
/** An apostrophe: ends a short word (l'incendie), is left out inside a longer one (don't). */
export const APOSTROPHE = 2

/** Korean syllables: taken apart they would lose all but their first sound. */
const FIRST_HANGUL = 0xac00
const LAST_HANGUL = 0xd7a3

/** Letters that Unicode does not take apart, though people type them without their mark. */
const PLAIN_LETTER = new Map(
  Object.entries({ ß: 's', æ: 'a', ø: 'o', đ: 'd', ł: 'l', ı: 'i', œ: 'o', þ: 't', ð: 'd', 'ँ': 'ं', 'ঁ': 'ং' }),
)

/** Code unit → folded code unit, or one of BREAK, SKIP, APOSTROPHE. */
export const FOLD: Uint16Array = buildFoldTable()

/** Code unit → 1 where each sign is a word of its own (Han, kana, Hangul). */
export const IDEOGRAPH: Uint8Array = buildIdeographTable()

/** Set in ASCII_WORD beside the folded letter when it was a capital. */
export const CAPITAL = 0x100

/** Byte → folded letter or digit of ASCII, with CAPITAL where it was one; 0 for all other bytes. FOLD in small: it stays in the nearest cache. */
export const ASCII_WORD: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) => {
  const code = byte < 0x80 ? FOLD[byte]! : BREAK
  if (code <= APOSTROPHE) return 0
  return code === byte ? code : code | CAPITAL
})

/** Folds a whole text the slow way, for word lists and gazetteers: the same letters that the table yields, words split by one blank. */
export function foldText(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const code = FOLD[text.charCodeAt(i)]!
    if (code === SKIP) continue
    if (code === APOSTROPHE) folded += endsShortWord(folded) ? ' ' : ''
    else folded += code === BREAK ? ' ' : String.fromCharCode(code)
    if (IDEOGRAPH[code] === 1) folded += ' '
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
  const isMark = /\p{M}/u
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const sign = String.fromCharCode(code)
    // The vowel signs of Indic scripts are letters, not accents: only the dot below (nukta) is often left out.
    if (code >= 0x900 && code < 0xe00 && isMark.test(sign)) table[code] = (code & 0x7f) === 0x3c ? SKIP : foldSign(sign)
    else if (code >= FIRST_HANGUL && code <= LAST_HANGUL) table[code] = code
    else if (isSkipped.test(sign)) table[code] = SKIP
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
  table.fill(1, FIRST_HANGUL, LAST_HANGUL + 1)
  table.fill(1, 0xf900, 0xfb00)
  return table
}
