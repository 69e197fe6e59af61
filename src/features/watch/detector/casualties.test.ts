import { describe, expect, test } from 'vitest'
import { readCasualties } from './casualties.ts'
import { WORD_LISTS } from './lexicon/index.ts'
import { compileVocabulary } from './vocabulary.ts'

const vocabulary = compileVocabulary(WORD_LISTS, [])

/** The claims of a sentence, as a person would note them: `hurt 12`, `dead 3-12`, `hurt 10+`, `none hurt`. */
function claimsOf(text: string): string[] {
  return readCasualties(text, 'person', 'x', vocabulary)
    .map(({ what, low, high }) => {
      if (high === 0) return `none ${what}`
      return `${what} ${low}${high >= 100_000 ? '+' : high === low ? '' : `-${high}`}`
    })
    .toSorted()
}

type Row = [text: string, ...claims: string[]]

const ENGLISH: Row[] = [
  ['Two people hurt at the ferry terminal', 'hurt 2'],
  ['23 injured after the roof came down', 'hurt 23'],
  ['Twenty-three injured after the roof came down', 'hurt 23'],
  ['2 dead, 23 hurt in the market', 'dead 2', 'hurt 23'],
  ['Police say three dead and twelve wounded', 'dead 3', 'hurt 12'],
  ['At least 15 people were injured', 'hurt 15+'],
  ['More than 40 hurt, say the ambulance crews', 'hurt 40+'],
  ['Over 200 wounded in the blast', 'hurt 200+'],
  ['At least 100 feared dead under the hall', 'dead 100+'],
  ['40+ injured at the station', 'hurt 40+'],
  ['Up to 20 wounded', 'hurt 1-20'],
  ['Between 10 and 15 people hurt', 'hurt 10-15'],
  ['10 to 15 injured so far', 'hurt 10-15'],
  ['10-15 injured so far', 'hurt 10-15'],
  ['2 or 3 people hurt, not sure', 'hurt 2-3'],
  ['About 30 injured', 'hurt 30'],
  ['A man was killed when the crane fell', 'dead 1'],
  ['One woman dead, two children injured', 'dead 1', 'hurt 2'],
  ['4 adults and a child injured in the crash', 'hurt 5'],
  ['Two firefighters and three passengers were hurt', 'hurt 5'],
  ['No injuries reported so far', 'none hurt'],
  ['Nobody was hurt, thank goodness', 'none hurt'],
  ['Fire is out. No one injured.', 'none hurt'],
  ['No deaths and 4 injuries, says the council', 'hurt 4', 'none dead'],
  ['There were zero casualties', 'none hurt'],
  ['A 12-year-old is hurt'],
  ['A 12 year old boy was injured', 'hurt 1'],
  ['The 45-year-old driver was killed', 'dead 1'],
  ['Hundreds injured, hospitals are filling', 'hurt 200+'],
  ['Dozens hurt on the platform', 'hurt 24+'],
  ['A dozen wounded', 'hurt 12'],
  ['Half a dozen people hurt', 'hurt 6'],
  ['Several people injured', 'hurt 3-12'],
  ['1,200 injured across the province', 'hurt 1200'],
  ['1 200 injured across the province', 'hurt 1200'],
  ['The dead number 14', 'dead 14'],
  ['Death toll rises to 36', 'dead 36'],
  ['Injured: 9, dead: 1', 'dead 1', 'hurt 9'],
  ['It killed 5 and injured 31', 'dead 5', 'hurt 31'],
  ['The blast left 7 dead and 60 wounded', 'dead 7', 'hurt 60'],
  ['Seven of the 40 passengers were injured', 'hurt 7'],
  ['17 victims taken to hospital, 2 of them dead', 'dead 2', 'hurt 17'],
  ['Injured since 15:40, waiting for help'],
  ['Route 66 crash, people hurt'],
  ['Crash on bus line 12, injured on the road'],
  ['Injured cyclist at 5 pm on Quay Street'],
  ['£500 raised for the injured'],
  ['$3 million for families of the dead'],
  ['In 2013 people were hurt'],
  ['On 4 May the injured were flown out'],
  ['The wounded are on the 3rd floor'],
  ['My 2 phones are dead'],
  ['3 explosions, people hurt'],
  ['10 minutes and still no ambulance for the injured'],
  ['Hurt my knee after 5 km'],
  ['I am dead lol 10/10'],
  ['Five ambulances for the wounded'],
]

const SPANISH: Row[] = [
  ['Hay dos heridos en la terminal', 'hurt 2'],
  ['Veintitrés heridos tras el derrumbe', 'hurt 23'],
  ['Treinta y cinco heridos y cuatro muertos', 'dead 4', 'hurt 35'],
  ['Una veintena de heridos', 'hurt 20'],
  ['Al menos 12 muertos y 40 heridos', 'dead 12+', 'hurt 40'],
  ['Más de cien heridos', 'hurt 100+'],
  ['Entre 10 y 15 heridos', 'hurt 10-15'],
  ['Decenas de heridos en el andén', 'hurt 20+'],
  ['Cientos de heridos', 'hurt 200+'],
  ['Un muerto y tres heridas leves', 'dead 1', 'hurt 3'],
  ['No hay heridos', 'none hurt'],
  ['Sin heridos ni muertos', 'none dead', 'none hurt'],
  ['No se registran víctimas mortales', 'none dead'],
  ['1.200 heridos en toda la provincia', 'hurt 1200'],
  ['Un niño de 12 años herido', 'hurt 1'],
  ['Herido a las 15:40 en la calle 8'],
  ['Sube a 36 el número de muertos', 'dead 36'],
  ['El choque dejó 5 muertos y 31 heridos', 'dead 5', 'hurt 31'],
  ['Ascienden a 14 los fallecidos', 'dead 14'],
  ['Dos o tres heridos, no más', 'hurt 2-3'],
  ['Línea 4 cortada, heridos en el túnel'],
]

const FRENCH: Row[] = [
  ['Au moins 15 blessés', 'hurt 15+'],
  ['Une vingtaine de blessés', 'hurt 20'],
  ['Deux morts et une dizaine de blessés', 'dead 2', 'hurt 10'],
  ['Aucun blessé', 'none hurt'],
  ['Pas de blessés à signaler', 'none hurt'],
  ['Vingt-trois blessés dans la halle', 'hurt 23'],
  ['Plus de 100 blessés', 'hurt 100+'],
  ['Entre 5 et 8 blessés', 'hurt 5-8'],
  ['Quatre-vingts blessés', 'hurt 80'],
  ['Des dizaines de blessés', 'hurt 20+'],
  ['Le bilan est de 3 morts', 'dead 3'],
  ['1 200 blessés dans la région', 'hurt 1200'],
  ['Blessé à 15h40, rue 8'],
]

const ITALIAN: Row[] = [
  ['Almeno dieci feriti', 'hurt 10+'],
  ['Ventitré feriti dopo il crollo', 'hurt 23'],
  ['Una ventina di feriti', 'hurt 20'],
  ['Due morti e quindici feriti', 'dead 2', 'hurt 15'],
  ['Nessun ferito', 'none hurt'],
  ['Più di 100 feriti', 'hurt 100+'],
  ['Decine di feriti sulla banchina', 'hurt 20+'],
  ['Tra 5 e 8 feriti', 'hurt 5-8'],
  ['Non ci sono feriti', 'none hurt'],
  ['Sono 14 i morti', 'dead 14'],
]

const PORTUGUESE: Row[] = [
  ['Pelo menos 8 feridos', 'hurt 8+'],
  ['Vinte e três feridos', 'hurt 23'],
  ['Dois mortos e onze feridos', 'dead 2', 'hurt 11'],
  ['Sem feridos', 'none hurt'],
  ['Não há feridos', 'none hurt'],
  ['Mais de 50 feridos', 'hurt 50+'],
  ['Dezenas de feridos', 'hurt 20+'],
  ['Uma dezena de feridos', 'hurt 10'],
]

const TAGALOG: Row[] = [
  ['Mga 20 sugatan sa palengke', 'hurt 20'],
  ['20 katao ang sugatan', 'hurt 20'],
  ['Tatlo ang patay at lima ang sugatan', 'dead 3', 'hurt 5'],
  ['Hindi bababa sa 10 ang sugatan', 'hurt 10+'],
  ['Walang sugatan', 'none hurt'],
  ['Mahigit 30 ang nasugatan', 'hurt 30+'],
]

/** Written after the reader: what it had not seen before. */
const LATER: Row[] = [
  ['Eight hurt, one of them critically, in the tram accident', 'hurt 8'],
  ['Crews treated 14 wounded people on the quay', 'hurt 14'],
  ['The number of injured has gone up to 52', 'hurt 52'],
  ['Six killed', 'dead 6'],
  ['We counted eleven bodies', 'dead 11'],
  ['Both drivers were injured', 'hurt 2'],
  ['A mother and her two sons are dead', 'dead 3'],
  ['Thank heavens nobody died', 'none dead'],
  ['There are no casualties at this time', 'none hurt'],
  ['Thirty-one people have been injured, among them four children', 'hurt 31'],
  ['Not less than 25 wounded', 'hurt 25+'],
  ['Bus 9 hit a wall, passengers injured'],
  ['Call 112 if you are injured'],
  ['The school has 300 pupils, some were hurt'],
  ['Around two hundred people were hurt', 'hurt 200'],
  ['I hurt my back 3 weeks ago'],
  ['Murieron tres personas y otras 18 resultaron heridas', 'dead 3', 'hurt 18'],
  ['Hay que lamentar un fallecido', 'dead 1'],
  ['Ningún herido de gravedad', 'none hurt'],
  ['Resultaron heridas 27 personas', 'hurt 27'],
  ['Unos cuarenta heridos leves', 'hurt 40'],
  ['Trois personnes sont mortes et douze autres blessées', 'dead 3', 'hurt 12'],
  ['Une femme de 30 ans a été tuée', 'dead 1'],
  ['Jusqu’à 50 blessés', 'hurt 1-50'],
  ['Tre persone sono rimaste ferite', 'hurt 3'],
  ['Il bilancio sale a 9 morti', 'dead 9'],
  ['Un uomo è morto, altri due feriti', 'dead 1', 'hurt 2'],
  ['Três mortos, sendo duas crianças', 'dead 3'],
  ['Dalawa ang patay', 'dead 2'],
  ['Limang katao ang nasawi', 'dead 5'],
]

describe.each([
  ['English', ENGLISH],
  ['Spanish', SPANISH],
  ['French', FRENCH],
  ['Italian', ITALIAN],
  ['Portuguese', PORTUGUESE],
  ['Tagalog', TAGALOG],
  ['sentences written later', LATER],
] as const)('What is claimed of people, in %s', (_, rows) => {
  test.each(rows.map(([text, ...claims]) => ({ text, claims })))('$text', ({ text, claims }) => {
    expect(claimsOf(text)).toEqual(claims.toSorted())
  })
})
