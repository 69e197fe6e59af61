/** Words that people write every day without harm, folded: the commonest of English, some names, and the small words of the other languages in Latin script. */
export const EVERYDAY_WORDS = `
a able about above accept access account across act action active actually add address afraid after afternoon again against age ago agree ahead air album all allow almost alone
along already also always amazing among amount and angry animal another answer any anybody anymore anyone anything anyway apart app apple apply april are area argue arm army around arrive art
article as ask asleep at attack attention august aunt autumn available average avoid awake award away baby back bad bag bake ball band bank bar base basic bath battle be beach bear beat beautiful
because become bed been beer before begin behind believe bell below best better between big bike bill bird birth birthday bit bite black blame bless block blog blood blow blue board boat body book
boot border bored boring born borrow boss both bottle bottom bought bowl box boy brain brand bread break breakfast breath bridge bright bring british broke brother brown brush build bus business
busy but buy by bye cake call calm came camera camp can cancel candy cap car card care carry case cash cat catch cause cell center century certain chair chance change channel chapter charge chat
cheap check cheese chicken child chocolate choice choose christmas church city class clean clear click climb close clothes cloud club coach coast coat code coffee cold college color come comfort
comic company compare computer concert congrats contact contest continue cook cookie cool copy corner cost could count country couple course court cousin cover cow crazy cream create credit cross
cry cup cut cute dad daily damn dance dark date daughter day dead deal dear death debt december decide deep degree delay delete design desk dictate die diet different difficult dinner dirt dirty
discuss dish do doctor dog dollar door double doubt down download draft drama draw dream dress drink drive drop dry duck dude due during dust duty each ear early earn earth ease east easy eat edge
egg eight either else email empty end energy engine enjoy enough enter entire especially even evening event ever every everybody everyone everything exactly exam example except excited excuse expect
explain extra eye face fact fail fair fall family famous fan far farm fashion fast fat father favorite fear february feed feel feet fell few field fight figure file fill film final find fine finger
finish first fish fit five fix flag flat flight floor flow flower fly focus folk follow food fool foot football for force foreign forest forever forget forgive form forward found four free fresh
friday friend from front fruit full fun funny future gain game garden gas gate gave general get ghost giant gift girl give glad glass go goal god gold gone good got grade grand grass great green
grew ground group grow guess guest guide guitar gun guy hair half hall hand handle hang happen happy hard hat hate have he head health hear heart heat heaven heavy hell hello help her here hero hey
hi hide high hill him himself his history hit hold hole holiday home honest honey hope horse hospital host hot hotel hour house how huge human hundred hungry hurry hurt husband i ice idea idiot if
ignore image imagine important in inside instead interest internet into invite is island issue it item its jacket jail january jealous job join joke journey joy judge juice july jump june just keep
key kick kid kill kind king kiss kitchen knew knife knock know lack lady lake land language laptop large last late laugh law lazy lead leaf learn least leave left leg lemon less lesson let letter
level library lie life lift light like line lion list listen little live local lock lonely long look lose loss lost lot loud love low luck lunch machine mad made magic mail main major make man
manage many map march mark market married master match matter may maybe me meal mean meat media meet meeting member memory men mention mess message metal middle might mile milk million mind mine
minute mirror miss mistake mix mobile model mom moment monday money monkey month mood moon more morning most mother mountain mouse mouth move movie much mum music must my name nap nature near neck
need never new news next nice night nine no nobody noise none noon normal north nose not note nothing notice november now number nurse ocean october of off offer office often oh oil ok old on once
one onion only open opinion option or orange order other our out outside over own pack page paid pain paint pair pan pants paper parent park part party pass past pay peace peak pen people pepper
perfect perhaps person pet phone photo piano pick picture pie piece pig pink pizza place plan plane plant plate play please plenty plus pocket poem point pool poor pop post pot potato pound power
practice pray prefer present press pretty price print private prize probably problem program project promise proof proud public pull pump push put queen question quick quiet quite race radio rain
raise ran random range rate rather raw reach read ready real really reason record red relax remember remind rent reply report rest result return review rice rich ride right ring rise risk river road
rob rock roll roof rook room root rope rose round row royal rule run sad safe said sail salad salary sale salt same sand saturday sauce save saw say scene school science scissors score scream screen
sea search season seat second secret see seem self sell send sense september series serious serve service set seven several sex shade shake shall shame shape share sharp she sheet shelf shell shine
ship shirt shoe shop short shot should shout show shower shut shy sick side sign silent silver simple since sing single sister sit six size skin skip sky sleep slow small smart smell smile smoke
snow so soap social soft sold soldier some somebody someone something sometimes son song soon sorry sort soul sound soup south space speak special speed spell spend spirit sport spot spread spring
square staff stage stair stand star stare start state station stay steal step stick still stock stomach stone stop store story straight strange street stress strong student study stuff stupid style
such sugar suit summer sun sunday super support sure surprise sweet swim switch table take talk tall taste tax tea teach team tear tell ten tennis term test text than thank that the their them then
there these they thick thin thing think third this those though thought thousand three throat through throw thursday ticket tie tight till time tiny tip tire to today toe together told tomorrow
tongue tonight too tooth top total touch tough tour toward town toy track trade traffic train travel treat tree trick trip trouble truck true trust truth try tuesday turn twelve twenty twice two
type ugly uncle under understand until up update upon upset us use usual vacation very video view village visit voice vote wait wake walk wall want war warm was wash waste watch water wave way we
wear weather web wedding wednesday week weekend weight weird welcome well went were west wet what wheel when where which while white who whole why wife wild will win wind window wine winter wish
with within without woman won wonder word work world worry worse worst would wow write wrong yard yeah year yellow yes yesterday yet you young your yourself zero
api asap brandt candela cig dana granada grad hurry lava mare malta nevada paris rosa sandy sara sel sol sparks storm summa tot vista
de la que el en y los se del las un por con una su para es al lo como mas pero sus le ya o este si porque esta entre cuando muy sin sobre tambien me hasta hay donde quien desde todo nos durante
todos uno les ni contra otros ese eso ante ellos e esto mi antes algunos que unos yo otro otras otra tanto esa estos mucho quienes nada muchos cual poco ella estar estas algunas algo nosotros
et les des est dans qui pas pour sur plus par je avec tout faire son mettre autre on mais nous comme ou leur dire elle cette deux meme prendre aussi celui donner bien fois vous encore nouveau aller
entre premier vouloir deja grand mon me moins aucun lui temps savoir falloir voir quelque sans raison notre dont monde chose ce ne au du il sa ses ces aux leurs moi toi soi quoi quand
di che e il per non sono ho ma si da cosa mi lo ha questo con ti hai come del bene tutto gli della mio solo fatto uno vuoi molto anche niente chi dove prima adesso lui suo loro noi voi nel alla
da do em um para com nao uma os no se na mais as dos mas ao ele das tem seu sua ou quando muito nos ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas me esse eles voce
ang ng sa na ay mga ko mo ka ako siya ito iyon yan yun lang din rin pa ba po naman kasi kung pag para at ni si kay nila namin natin kami tayo sila niya
der die das und ist ein eine nicht mit auf fur von den dem im zu auch sich als an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber
van het een dat niet te op zijn voor ze er maar om dan zou wat mijn men dit zo door over hem hun omdat naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren
nie to jest sie na ze z w do jak co tak za ale mnie ja cie po by juz tylko ten moze kto bardzo mam gdy tu dla ci czy od mi ta tego wszystko ma jestem
bir ve bu da ne icin ben sen o mi cok gibi ama var daha evet yok bana beni sana seni ise diye kadar sonra her iyi biz siz olarak tamam hayir
yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata tahun sudah atau saat oleh menjadi orang anda kita kami dia aku kamu
`.trim()
