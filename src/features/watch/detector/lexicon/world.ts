/**
 * Countries, and the first-level regions of countries where people write "town, region". Entries are split by `;`: names
 * split by `/` (short forms in capitals), then the box that holds it: south, north, west, east in degrees.
 */
export const REGIONS = `
alabama/AL 30.1 35.1 -88.6 -84.8; alaska/AK 51 71.5 -180 -129.9; arizona/AZ 31.3 37.1 -114.9 -109
arkansas/AR 33 36.6 -94.7 -89.6; california/CA 32.5 42.1 -124.5 -114.1; colorado/CO 36.9 41.1 -109.1 -102
connecticut/CT 40.9 42.1 -73.8 -71.7; delaware/DE 38.4 39.9 -75.8 -75; florida/FL 24.4 31.1 -87.7 -80
georgia/GA 30.3 35.1 -85.7 -80.8; hawaii/HI 18.8 22.3 -160.3 -154.7; idaho/ID 41.9 49.1 -117.3 -111
illinois/IL 36.9 42.6 -91.6 -87; indiana/IN 37.7 41.8 -88.1 -84.7; iowa/IA 40.3 43.6 -96.7 -90.1
kansas/KS 36.9 40.1 -102.1 -94.5; kentucky/KY 36.4 39.2 -89.6 -81.9; louisiana/LA 28.9 33.1 -94.1 -88.8
maine/ME 42.9 47.5 -71.1 -66.9; maryland/MD 37.9 39.8 -79.5 -75; massachusetts/MA/mass 41.2 42.9 -73.6 -69.9
michigan/MI 41.6 48.3 -90.5 -82.1; minnesota/MN 43.4 49.4 -97.3 -89.4; mississippi/MS 30.1 35.1 -91.7 -88
missouri/MO 35.9 40.7 -95.8 -89; montana/MT 44.3 49.1 -116.1 -104; nebraska/NE 39.9 43.1 -104.1 -95.3
nevada/NV 35 42.1 -120.1 -114; new hampshire/NH 42.6 45.4 -72.6 -70.6; new jersey/NJ 38.9 41.4 -75.6 -73.8
new mexico/NM 31.3 37.1 -109.1 -103; new york/new york state/NY 40.4 45.1 -79.8 -71.8; north carolina/NC 33.8 36.6 -84.4 -75.4
north dakota/ND 45.9 49.1 -104.1 -96.5; ohio/OH 38.4 42 -84.9 -80.5; oklahoma/OK 33.6 37.1 -103.1 -94.4
oregon/OR 41.9 46.3 -124.7 -116.4; pennsylvania/PA 39.7 42.4 -80.6 -74.6; rhode island/RI 41.1 42.1 -71.9 -71.1
south carolina/SC 32 35.3 -83.4 -78.5; south dakota/SD 42.4 46 -104.1 -96.4; tennessee/TN 34.9 36.7 -90.4 -81.6
texas/TX/tejas 25.8 36.6 -106.7 -93.5; utah/UT 36.9 42.1 -114.1 -109; vermont/VT 42.7 45.1 -73.5 -71.4
virginia/VA 36.5 39.5 -83.7 -75.2; washington/washington state/WA 45.5 49.1 -124.8 -116.9; west virginia/WV 37.2 40.7 -82.7 -77.7
wisconsin/WI 42.4 47.1 -92.9 -86.7; wyoming/WY 40.9 45.1 -111.1 -104; puerto rico/PR 17.8 18.6 -67.4 -65.2
alberta/AB 48.9 60.1 -120.1 -109.9; british columbia/BC 48.2 60.1 -139.1 -114; manitoba/MB 48.9 60.1 -102.1 -88.9
new brunswick/NB 44.5 48.1 -69.1 -63.7; newfoundland/labrador/NL 46.5 60.5 -67.9 -52.5; nova scotia/NS 43.3 47.1 -66.4 -59.6
ontario/ON 41.6 56.9 -95.2 -74.3; prince edward island/PEI 45.9 47.1 -64.5 -61.9; quebec/QC 44.9 62.6 -79.8 -57
saskatchewan/SK 48.9 60.1 -110.1 -101.3; yukon 59.9 69.7 -141.1 -123.8; nunavut 52 83.2 -120.7 -61
new south wales/NSW -37.6 -28.1 140.9 153.7; victoria/VIC -39.2 -33.9 140.9 150.1; queensland/QLD -29.2 -9 137.9 153.6
south australia -38.1 -25.9 128.9 141.1; western australia -35.2 -13.6 112.8 129.1; tasmania/TAS -43.7 -39.5 143.8 148.5
northern territory -26.1 -10.9 128.9 138.1
england/inglaterra/inghilterra/angleterre 49.8 55.9 -6.5 1.9; scotland/escocia/ecosse/scozia 54.6 60.9 -8.7 -0.7
wales/cymru/gales/galles 51.3 53.5 -5.4 -2.6; northern ireland 54 55.4 -8.2 -5.4
andalucia/andalusia 35.9 38.8 -7.6 -1.6; aragon 39.8 43 -2.2 0.8; asturias 42.8 43.7 -7.2 -4.5; cantabria 42.7 43.6 -4.9 -3.1
castilla la mancha 38 41.4 -5.5 -0.9; castilla y leon 40 43.3 -7.1 -1.7; cataluna/catalunya/catalonia 40.5 42.9 0.1 3.4
extremadura 37.9 40.5 -7.6 -4.6; galicia 41.8 43.9 -9.4 -6.7; euskadi/pais vasco/basque country 42.4 43.5 -3.5 -1.7
navarra/navarre 41.9 43.4 -2.5 -0.7; mallorca/majorca 39.2 40 2.2 3.5; canarias/canary islands/islas canarias 27.6 29.5 -18.3 -13.3
abruzzo 41.6 42.9 13 14.8; basilicata 39.8 41.2 15.3 16.9; calabria 37.8 40.2 15.6 17.3; campania 39.9 41.6 13.7 15.9
emilia romagna 43.7 45.2 9.1 12.8; friuli 45.5 46.7 12.3 14; lazio 40.7 42.9 11.4 14.1; liguria 43.7 44.7 7.4 10.1
lombardia/lombardy 44.6 46.7 8.4 11.5; marche 42.6 44 12.1 14; molise 41.3 42.1 13.9 15.2; piemonte/piedmont 44 46.5 6.6 9.3
puglia/apulia 39.7 42.3 14.9 18.6; sardegna/sardinia/cerdena/sardaigne 38.8 41.4 8 9.9; sicilia/sicily/sicile 35.4 38.9 11.9 15.7
toscana/tuscany 42.2 44.5 9.6 12.4; trentino/alto adige 45.6 47.1 10.3 12.5; umbria 42.3 43.7 11.8 13.3; veneto 44.7 46.7 10.6 13.2
bretagne/brittany 47.2 49 -5.2 -1; normandie/normandy 48.1 50.1 -2 1.9; alsace 47.4 49.1 6.8 8.3; corse/corsica 41.3 43.1 8.5 9.6
provence 43 45.2 4.2 7.8; bourgogne/burgundy 46.1 48.4 2.8 5.6; auvergne 44.6 46.8 2 4.5; reunion -21.5 -20.8 55.1 55.9
bayern/bavaria 47.2 50.6 8.9 13.9; sachsen/saxony 50.1 51.7 11.8 15.1; hessen/hesse 49.3 51.7 7.7 10.3
baden wurttemberg 47.5 49.8 7.5 10.5; niedersachsen/lower saxony 51.2 54 6.6 11.6; nordrhein westfalen/nrw 50.3 52.6 5.8 9.5
brandenburg 51.3 53.6 11.2 14.8; thuringen/thuringia 50.2 51.7 9.8 12.7; schleswig holstein 53.3 55.1 8 11.4
andhra pradesh 12.6 19.2 76.7 84.8; arunachal pradesh 26.6 29.5 91.5 97.5; assam 24.1 28 89.6 96.1; bihar 24.3 27.6 83.3 88.3
chhattisgarh 17.7 24.2 80.2 84.4; goa 14.8 15.9 73.6 74.4; gujarat 20 24.8 68.1 74.6; haryana 27.6 31 74.4 77.6
himachal pradesh 30.3 33.3 75.5 79.1; jharkhand 21.9 25.4 83.3 88; karnataka 11.5 18.5 74 78.7; kerala 8.2 12.8 74.8 77.5
madhya pradesh 21 26.9 74 82.9; maharashtra 15.6 22.1 72.6 80.9; manipur 23.8 25.7 93 94.8; odisha/orissa 17.8 22.6 81.3 87.5
punjab 27.7 34 69.3 77; rajasthan 23 30.2 69.4 78.3; sikkim 27 28.2 88 89; tamil nadu 8 13.6 76.2 80.4
telangana 15.8 19.9 77.2 81.4; uttar pradesh 23.8 30.5 77 84.7; uttarakhand 28.7 31.5 77.5 81.1; west bengal 21.4 27.3 85.8 89.9
kashmir 32.2 37.1 72.5 80.4; sindh 23.6 28.6 66.6 71.2; balochistan 24.8 32.1 60.8 70.3
bahia -18.4 -8.5 -46.7 -37.3; ceara -7.9 -2.7 -41.5 -37.2; minas gerais -23 -14.2 -51.1 -39.8; parana -26.8 -22.5 -54.7 -48
pernambuco -9.6 -7.2 -41.4 -34.7; rio grande do sul -33.8 -27 -57.7 -49.6; santa catarina -29.4 -25.9 -53.9 -48.3
mato grosso -18.1 -7.3 -61.7 -50.2; goias -19.6 -12.3 -53.3 -45.9; amazonas -9.9 2.3 -73.9 -56
baja california 27.9 32.8 -118.4 -112.7; chiapas 14.5 17.9 -94.2 -90.3; chihuahua 25.5 31.8 -109.1 -103.3; coahuila 24.5 29.9 -104 -99.8
guerrero 16.2 18.9 -102.3 -98; jalisco 18.9 22.8 -105.7 -101.5; michoacan 17.9 20.4 -103.8 -100; oaxaca 15.6 18.7 -98.6 -93.8
sinaloa 22.4 27.1 -109.5 -105.3; sonora 26.2 32.5 -115.1 -108.4; tabasco 17.2 18.7 -94.2 -90.9; tamaulipas 22.2 27.7 -100.2 -97.1
veracruz 17.1 22.5 -98.7 -93.6; yucatan 19.5 21.7 -90.5 -87.4; quintana roo 17.8 21.7 -89.5 -86.7
luzon 12.4 18.8 119.7 124.3; mindanao 5.3 10 121.8 126.7; visayas 9 12.7 121.8 125.9; java -8.8 -5.8 105 114.6
sumatra -6 5.9 95 106.1; borneo -4.2 7.1 108.7 119.3; sulawesi -5.8 1.9 118.7 125.3; hokkaido 41.3 45.6 139.3 145.9
sichuan 26 34.4 97.3 108.6; yunnan 21.1 29.3 97.5 106.2; guangdong 20.2 25.6 109.6 117.4; xinjiang 34.3 49.2 73.4 96.4
tibet 26.8 36.5 78.3 99.2; hunan 24.6 30.2 108.7 114.3; henan 31.3 36.4 110.3 116.7; kyushu 31 34 129.5 132.1
crete/creta/kriti 34.8 35.7 23.4 26.4; peloponnese 36.3 38.4 21.1 23.5; anatolia 36 42 26 45; siberia 49 78 60 180
afghanistan/afganistan 29.3 38.5 60.5 75; albania 39.6 42.7 19.2 21.1; algeria/argelia/algerie 18.9 37.2 -8.7 12
andorra 42.4 42.7 1.4 1.8; angola -18.1 -4.3 11.6 24.1; argentina -55.1 -21.7 -73.6 -53.6; armenia 38.8 41.4 43.4 46.7
australia/australie -43.7 -9 112.9 153.7; austria/osterreich/autriche 46.3 49.1 9.5 17.2; azerbaijan 38.3 41.9 44.7 50.4
bahamas 20.9 27.3 -80.5 -72.7; bahrain 25.5 26.4 50.3 50.8; bangladesh 20.5 26.7 88 92.7; barbados 13 13.4 -59.7 -59.4
belarus 51.2 56.2 23.1 32.8; belgium/belgica/belgique/belgio/belgie/belgien 49.4 51.6 2.5 6.5; belize/belice 15.8 18.5 -89.3 -87.7
benin 6.1 12.5 0.7 3.9; bhutan 26.7 28.4 88.7 92.2; bolivia -23 -9.6 -69.7 -57.4; bosnia 42.5 45.3 15.7 19.7
botswana -27 -17.7 19.9 29.4; brazil/brasil/bresil/brasile -33.9 5.4 -74.1 -34.7; brunei 4 5.1 114 115.5
bulgaria 41.2 44.3 22.3 28.7; burkina faso 9.3 15.2 -5.6 2.5; burma/myanmar/birmania 9.7 28.6 92.1 101.2; burundi -4.5 -2.3 29 30.9
cambodia/camboya/cambodge 9.9 14.8 102.3 107.7; cameroon/camerun/cameroun 1.6 13.1 8.4 16.3
canada 41.6 83.2 -141.1 -52.6; cape verde/cabo verde 14.7 17.3 -25.4 -22.6; central african republic 2.2 11.1 14.4 27.5
chad/tchad 7.4 23.5 13.4 24.1; chile/cile/chili -56 -17.4 -75.8 -66.4; china/chine/cina 18.1 53.6 73.4 134.8
colombia/colombie -4.3 13.5 -79.1 -66.8; congo -13.5 5.4 11.1 31.4; costa rica 8 11.3 -86 -82.5
croatia/croacia/hrvatska 42.3 46.6 13.4 19.5; cuba 19.8 23.3 -85 -74.1; cyprus/chipre/cipro 34.5 35.8 32.2 34.7
czech republic/czechia/chequia 48.5 51.1 12 18.9; denmark/dinamarca/danmark/danimarca 54.5 57.8 8 15.2; djibouti 10.9 12.8 41.7 43.5
dominican republic/republica dominicana 17.4 20 -72.1 -68.3; ecuador -5.1 1.5 -81.1 -75.1
egypt/egipto/egypte/egitto 21.7 31.8 24.6 36.9; el salvador 13.1 14.5 -90.2 -87.6; eritrea 12.3 18.1 36.4 43.2
estonia 57.5 59.7 21.8 28.3; ethiopia/etiopia 3.4 15 32.9 48; fiji -19.3 -16 176.8 180; finland/finlandia/suomi 59.7 70.2 20.5 31.6
france/francia/frankreich/franca 41.3 51.2 -5.2 9.6; gabon -4 2.4 8.6 14.6; gambia 13 13.9 -16.9 -13.7
republic of georgia/georgia 41 43.6 40 46.8; germany/alemania/allemagne/germania/deutschland/alemanha 47.2 55.1 5.8 15.1
ghana 4.7 11.2 -3.3 1.2; greece/grecia/grece/hellas 34.7 41.8 19.3 28.3; greenland 59.7 83.7 -73.3 -11.3
guatemala 13.7 17.9 -92.3 -88.2; guinea/guinee 7.1 12.7 -15.2 -7.6; guyana 1.1 8.6 -61.5 -56.4; haiti 18 20.1 -74.5 -71.6
honduras 12.9 16.6 -89.4 -83.1; hungary/hungria/magyarorszag 45.7 48.6 16.1 22.9; iceland/islandia/islande 63.3 66.6 -24.6 -13.4
india/inde/indien 6.7 35.6 68.1 97.4; indonesia -11.1 6 95 141.1; iran 25 39.8 44 63.4; iraq/irak 29 37.4 38.8 48.6
ireland/irlanda/irlande/irland 51.4 55.5 -10.6 -5.9; israel 29.4 33.4 34.2 35.9; italy/italia/italie/italien 35.4 47.1 6.6 18.6
ivory coast/costa de marfil/cote d ivoire 4.3 10.8 -8.6 -2.5; jamaica 17.7 18.6 -78.4 -76.1
japan/japon/giappone/japao 24 45.6 122.9 146; jordan/jordania/jordanie 29.1 33.4 34.9 39.4; kazakhstan 40.5 55.5 46.4 87.4
kenya/kenia -4.8 5.1 33.9 41.9; kosovo 41.8 43.3 20 21.8; kuwait 28.5 30.2 46.5 48.5; kyrgyzstan 39.1 43.3 69.2 80.3
laos 13.9 22.5 100 107.7; latvia/letonia 55.6 58.1 20.9 28.3; lebanon/libano/liban 33 34.7 35.1 36.7; lesotho -30.7 -28.5 27 29.5
liberia 4.3 8.6 -11.5 -7.3; libya/libia/libye 19.5 33.2 9.3 25.2; lithuania/lituania 53.8 56.5 20.9 26.9
luxembourg/luxemburgo 49.4 50.2 5.7 6.6; macedonia 40.8 42.4 20.4 23.1; madagascar -25.7 -11.9 43.2 50.5; malawi -17.2 -9.3 32.6 36
malaysia/malasia 0.8 7.4 99.6 119.3; maldives/maldivas -0.8 7.2 72.6 73.8; mali 10.1 25 -12.3 4.3; malta 35.8 36.1 14.1 14.6
mauritania 14.6 27.4 -17.1 -4.8; mauritius -20.6 -19.9 57.3 57.9; mexico/messico/mexique 14.5 32.8 -118.5 -86.7
moldova 45.4 48.5 26.6 30.2; monaco 43.7 43.8 7.4 7.5; mongolia 41.5 52.2 87.7 120; montenegro 41.8 43.6 18.4 20.4
morocco/marruecos/maroc/marocco 27.6 36 -13.2 -0.9; mozambique/mocambique -26.9 -10.4 30.2 40.9; namibia -29 -16.9 11.7 25.3
nepal 26.3 30.5 80 88.3; netherlands/holland/holanda/paises bajos/pays bas/olanda/nederland 50.7 53.6 3.3 7.3
new zealand/nueva zelanda/nouvelle zelande/NZ -47.4 -34.3 166.4 178.7; nicaragua 10.7 15.1 -87.8 -82.7
niger 11.6 23.6 0.1 16; nigeria 4.2 13.9 2.6 14.7; north korea/corea del norte 37.6 43.1 124.1 130.8
norway/noruega/norvege/norvegia/norge 57.9 71.3 4.4 31.2; oman 16.6 26.5 51.9 59.9; pakistan 23.6 37.2 60.8 77.9
palestine/palestina/west bank 31.2 32.6 34.2 35.6; panama 7.1 9.7 -83.1 -77.1; papua new guinea -11.7 -1 140.8 156
paraguay -27.7 -19.2 -62.7 -54.2; peru/perou -18.4 0 -81.4 -68.6; philippines/pilipinas/filipinas/filippine 4.5 21.2 116.9 126.7
poland/polonia/pologne/polska/polen 48.9 54.9 14.1 24.2; portugal/portogallo 36.9 42.2 -9.6 -6.1; qatar 24.4 26.2 50.7 51.7
romania/rumania/roumanie 43.6 48.3 20.2 29.8; russia/rusia/russie/russland 41.1 82 19.6 180; rwanda/ruanda -2.9 -1 28.8 30.9
samoa -14.1 -13.4 -172.8 -171.4; saudi arabia/arabia saudita 16.3 32.2 34.5 55.7; senegal 12.3 16.7 -17.6 -11.3
serbia 42.2 46.2 18.8 23; sierra leone 6.9 10 -13.4 -10.2; slovakia/eslovaquia 47.7 49.7 16.8 22.6; slovenia/eslovenia 45.4 46.9 13.3 16.6
solomon islands -11.9 -6.5 155.5 162.8; somalia -1.7 12 40.9 51.5; south africa/sudafrica -34.9 -22.1 16.4 32.9
south korea/corea del sur/corea 33.1 38.7 125.8 129.7; south sudan 3.4 12.3 23.8 36; spain/espana/spagna/espagne/spanien/espanha 27.6 43.9 -18.3 4.4
sri lanka 5.9 9.9 79.6 81.9; sudan 8.6 22.3 21.8 38.7; suriname 1.8 6.1 -58.1 -53.9; sweden/suecia/suede/svezia/sverige/schweden 55.3 69.1 11 24.2
switzerland/suiza/suisse/svizzera/schweiz 45.8 47.9 5.9 10.5; syria/siria/syrie 32.3 37.4 35.6 42.4; taiwan 21.8 25.4 119.9 122.1
tajikistan 36.6 41.1 67.3 75.2; tanzania -11.8 -0.9 29.3 40.5; thailand/tailandia/thailande 5.6 20.5 97.3 105.7; togo 6.1 11.2 -0.2 1.9
tonga -22.4 -15.5 -176.3 -173.7; trinidad/trinidad and tobago 10 11.4 -61.9 -60.5; tunisia/tunez/tunisie 30.2 37.6 7.5 11.6
turkey/turquia/turquie/turkiye/turchia 35.8 42.2 25.6 44.9; turkmenistan 35.1 42.8 52.4 66.7; uganda -1.5 4.3 29.5 35.1
ukraine/ucrania/ucraina/ukraina 44.3 52.4 22.1 40.3; united arab emirates/emirates/UAE 22.6 26.2 51.5 56.4
united kingdom/great britain/britain/reino unido/royaume uni/regno unito/UK/GB 49.8 60.9 -8.7 1.9; united states/estados unidos/etats unis/stati uniti/USA/US/EEUU 18.8 71.5 -180 -66.9
uruguay -35.1 -30 -58.5 -53; uzbekistan 37.1 45.6 55.9 73.2; vanuatu -20.3 -13 166.5 170.3; venezuela 0.6 12.3 -73.4 -59.7
vietnam 8.3 23.4 102.1 109.5; yemen 12.1 19 42.5 53.2; zambia -18.1 -8.2 21.9 33.7; zimbabwe -22.5 -15.6 25.2 33.1
`
