/**
 * Place names of one word that also mean something else, accents folded. They count as a place only with evidence.
 * People's names: a capital letter says nothing.
 */
export const PEOPLE = `
aaron adelaide aiden albert alexandria alfred alice allen amelia andrea angelina annabel antonio april arnold arthur
ashley astoria austin bailey bella benjamin bernard beverly blaine brad bradford bradley brent brittany brook bruno
bryan burton byron calvin cameron camila carla carlisle carmen caroline carolina carson carter charlotte chelsea
chester clara clarence clark clayton clifton clinton cody cole colin concepcion cooper craig curtis daisy dakota dale
dalton damian daniel david dayton dean derby derek desmond diego dolores douglas drake duncan dylan edgar edison eden
elgin elisabeth elizabeth ellen elliot emma erica esperanza eugene eva evelyn everett fernando fiona florence floyd
francisco franklin frederick garcia garrett gary georgia geraldine gerald gilbert gladstone gloria gonzalez gordon
grace graham grant granger gregory guadalupe hamilton harold harrison harvey harvard heather helena henderson henry
herbert hilton holly howard hudson hugo hunter ingrid irving isabel isabela ivan jackson jacob jasper jefferson
jennifer jerome jesse joan jordan jose joseph josephine joyce juan judith julian julia justin karen kelly kendall
kennedy kenneth kent kevin kingston kyle lacey laguna lance laura laurel lawrence lee leo leon leonard leslie lester
lewis lincoln lindsay logan lorenzo loretto louis lourdes lucas lucia luis luther lydia mackenzie madison malcolm
marcos margaret maria marie marion marlow marshall martin martinez mason matilda maxwell melissa mercedes merced
mildred miller milton mitchell monica monroe montgomery morgan morris murray napoleon natalia nelson newton nicholas
nolan norman oliver olivia oscar otto owen pablo parker patricia patrick paul pedro penelope perry peter philip
phoenix pierce preston quincy rachel ramon randolph raphael raymond regina reno rhodes richard richmond riley robert
robinson roberta rochester rodney rodriguez roger roland ronald rosa rosario rose ross roy ruth ryan samuel santiago
santos savannah scott sebastian selena seymour shannon sharon shawn shelby sheldon sheridan sherman shirley sidney
siena sophia spencer stanley stephen sterling stewart stuart sydney sylvia taylor teresa theodore thomas thompson
tobias todd tracy travis troy tyler valentina vallejo vance vargas vera veronica vernon victor victoria vincent
virginia walker wallace walter warren warwick washington watson wayne webster wellington wesley weston whitney wilbur
william williams wilson windsor winston winslow wyatt xavier york zachary
`

/** Common words of the six languages: they need a capital letter and something that says "place". */
export const WORDS = `
alba alma alta alto amber anchor angel apple april arch arena ash asia aurora avenue bank bar barra battle bay beach
beacon bear beer bell bend best bolt bonito bath berg big bird black blanca blanco blue bond boulder bow bridge bright
brown buffalo bull burn burgos bury cabo campo canyon cape capital carbon carta casa castle castro cedar center centre
central centro chad chain chapel cherry chili church cidade city clear cliff cloud coal coast cold college colon
concord cool copper coral cork corner corona corte costa court cove creek cross crown cruz crystal dale dam dart deal
delta diamond dock dorado down downtown eagle east eden elm entrance este estacion estate exchange explorer faro ferry
field flat flint flora forest forge fort fountain fox front fuerte garden gate glen gold golden gore grand grande
granada green grove guinea gulf hague half hall harbor harbour hart hat hay heart heights hell hill hills hollow home
hope horn hospital hot hull independence inn iron island isla jersey junction key king kings la lago lake lamar land
lane lay leak lens leon liberty library light lime line lion little local lodge lone long loop lost love lower luna
main mall manor mar march market marina mark maple mayor mayo mead media mesa mill mills mine mineral mission mobile
mode monte monument moon moor moose moss mount mountain mouth much museum nancy natal nice niger normal north norte
nova oak oaks oasis ocean old opera orange orchard ore oriente oro ours palace palm palma palms park parque parana
pass paso paz peak pearl pensacola piazza pier pine pines pink plain plaza pleasant point pole pond pool poole port
porto post pueblo puerto queen queens radio rain ranch reading real red reform reno resistencia ridge rio rich river
road rock rosa round royal rugby rush rust sale salem sal salta salto salt san sand sandwich sandy saint school sea
section seminary shop shore siege sierra silver sin sion sky slough smith snow sol sole south spa split spring springs
square stadium star start station stone store stoke stranger street stroud success summit sun superior surprise sur
swan table tabasco taxi temple terrace the theatre thunder tigre toledo tool tour tours tower town trail truth
trinidad trujillo troy turkey union university upper urban vale valley verde via victory view villa village vista walk
wall ward warm water watts way well wells west white wild willow wind windmill wing wood woods worth yard zion zone
`
