/**
 * Capitals and large cities. Entries are split by `;`: names split by `/`, latitude, longitude and, where it is not 40,
 * how far in kilometres the city reaches.
 */
export const CITIES = `
new york/nyc/new york city/manhattan/brooklyn/nueva york 40.7 -74; los angeles/hollywood 34.1 -118.2 60; chicago 41.9 -87.6 50
houston 29.8 -95.4 60; philadelphia/philly 40 -75.2; san antonio 29.4 -98.5; san diego 32.7 -117.2; dallas 32.8 -96.8 50
san jose california 37.3 -121.9; austin 30.3 -97.7; jacksonville 30.3 -81.7; fort worth 32.8 -97.3; columbus ohio 40 -83
charlotte 35.2 -80.8; san francisco 37.8 -122.4; indianapolis 39.8 -86.2; seattle 47.6 -122.3 50; denver 39.7 -105 50
washington/washington dc/washington d c 38.9 -77; boston 42.36 -71.06 30; el paso 31.8 -106.4; nashville 36.2 -86.8; detroit 42.3 -83
oklahoma city 35.5 -97.5; portland oregon 45.5 -122.7; las vegas/vegas 36.2 -115.1; memphis 35.1 -90; louisville 38.3 -85.8
baltimore 39.3 -76.6 30; milwaukee 43 -87.9 30; albuquerque 35.1 -106.7; tucson 32.2 -110.9; fresno 36.7 -119.8; sacramento 38.6 -121.5
kansas city 39.1 -94.6; atlanta 33.7 -84.4 50; omaha 41.3 -96; colorado springs 38.8 -104.8; raleigh 35.8 -78.6; miami 25.8 -80.2 50
virginia beach 36.9 -76; oakland 37.8 -122.3; minneapolis 45 -93.3; tulsa 36.2 -96; tampa 28 -82.5; new orleans 30 -90.1; wichita 37.7 -97.3
bakersfield 35.4 -119; honolulu 21.3 -157.9; phoenix 33.4 -112.1 50; cleveland 41.5 -81.7; orlando 28.5 -81.4; pittsburgh 40.4 -80
cincinnati 39.1 -84.5; st louis/saint louis 38.6 -90.2; newark 40.7 -74.2 20; anchorage 61.2 -149.9 60; lubbock 33.6 -101.9; boise 43.6 -116.2
baton rouge 30.5 -91.2; spokane 47.7 -117.4; tacoma 47.3 -122.4; des moines 41.6 -93.6; fort lauderdale 26.1 -80.1; salt lake city 40.8 -111.9
birmingham alabama 33.5 -86.8; rochester 43.2 -77.6; knoxville 36 -83.9; chattanooga 35 -85.3; providence 41.8 -71.4 25; buffalo 42.9 -78.9
tallahassee 30.4 -84.3; little rock 34.7 -92.3; toledo ohio 41.7 -83.5; amarillo 35.2 -101.8; corpus christi 27.8 -97.4; laredo 27.5 -99.5
reno 39.5 -119.8; santa fe new mexico 35.7 -105.9; sioux falls 43.5 -96.7; cheyenne 41.1 -104.8; shreveport 32.5 -93.8; fort wayne 41.1 -85.1
grand rapids 43 -85.7; st paul/saint paul 45 -93.1; jersey city 40.7 -74.1 20; santa ana 33.7 -117.9; anaheim 33.8 -117.9; chula vista 32.6 -117.1
norfolk virginia 36.9 -76.3; savannah 32.1 -81.1; mobile alabama 30.7 -88; hartford 41.8 -72.7 25; syracuse 43 -76.1; akron 41.1 -81.5
toronto 43.7 -79.4 50; montreal 45.5 -73.6; vancouver 49.3 -123.1; calgary 51 -114.1; edmonton 53.5 -113.5; ottawa 45.4 -75.7; winnipeg 49.9 -97.1
quebec city 46.8 -71.2; hamilton ontario 43.3 -79.9; halifax 44.6 -63.6; saskatoon 52.1 -106.7; mississauga 43.6 -79.6; brampton 43.7 -79.8
mexico city/ciudad de mexico/cdmx 19.4 -99.1 50; guadalajara 20.7 -103.3; monterrey 25.7 -100.3; puebla 19 -98.2; tijuana 32.5 -117 30
ciudad juarez 31.7 -106.5; leon guanajuato 21.1 -101.7; zapopan 20.7 -103.4; queretaro 20.6 -100.4; merida yucatan 21 -89.6; acapulco 16.9 -99.8
cancun 21.2 -86.8; culiacan 24.8 -107.4; hermosillo 29.1 -111; mexicali 32.6 -115.5; saltillo 25.4 -101; aguascalientes 21.9 -102.3
san luis potosi 22.2 -101; morelia 19.7 -101.2; toluca 19.3 -99.7; torreon 25.5 -103.4; reynosa 26.1 -98.3; tuxtla gutierrez 16.8 -93.1
cuernavaca 18.9 -99.2; villahermosa 18 -92.9; tampico 22.2 -97.9; matamoros 25.9 -97.5; durango 24 -104.7; xalapa 19.5 -96.9; mazatlan 23.2 -106.4
havana/la habana 23.1 -82.4; santiago de cuba 20 -75.8; port au prince/puerto principe 18.5 -72.3; kingston jamaica 18 -76.8; santo domingo 18.5 -69.9
guatemala city/ciudad de guatemala 14.6 -90.5; tegucigalpa 14.1 -87.2; san pedro sula 15.5 -88; managua 12.1 -86.2; san salvador 13.7 -89.2 30
san jose costa rica 9.9 -84.1; panama city/ciudad de panama 9 -79.5; nassau 25.1 -77.3; bridgetown 13.1 -59.6; port of spain 10.7 -61.5
san juan puerto rico 18.4 -66.1; bogota 4.7 -74.1 50; medellin 6.2 -75.6; cali 3.4 -76.5; barranquilla 11 -74.8; cartagena de indias 10.4 -75.5
cucuta 7.9 -72.5; bucaramanga 7.1 -73.1; pereira 4.8 -75.7; santa marta 11.2 -74.2; ibague 4.4 -75.2; manizales 5.1 -75.5
caracas 10.5 -66.9; maracaibo 10.6 -71.6; barquisimeto 10.1 -69.3; maracay 10.2 -67.6; ciudad guayana 8.3 -62.7; quito -0.2 -78.5
guayaquil -2.2 -79.9; cuenca ecuador -2.9 -79; lima -12 -77 50; arequipa -16.4 -71.5; trujillo peru -8.1 -79; chiclayo -6.8 -79.8; cusco/cuzco -13.5 -72
piura -5.2 -80.6; iquitos -3.7 -73.2; la paz -16.5 -68.1; santa cruz de la sierra -17.8 -63.2; cochabamba -17.4 -66.2; sucre -19 -65.3
santiago de chile -33.4 -70.7 50; valparaiso -33 -71.6; vina del mar -33 -71.6; antofagasta -23.7 -70.4; temuco -38.7 -72.6; concepcion chile -36.8 -73
buenos aires -34.6 -58.4 60; cordoba argentina -31.4 -64.2; rosario argentina -32.9 -60.7; mendoza -32.9 -68.8; tucuman -26.8 -65.2; la plata -34.9 -58
mar del plata -38 -57.6; neuquen -39 -68.1; bahia blanca -38.7 -62.3; montevideo -34.9 -56.2; asuncion -25.3 -57.6; ciudad del este -25.5 -54.6
georgetown guyana 6.8 -58.2; paramaribo 5.9 -55.2; rio de janeiro -22.9 -43.2 50; sao paulo -23.6 -46.6 60; brasilia -15.8 -47.9 50
salvador bahia -13 -38.5; fortaleza -3.7 -38.5; belo horizonte -19.9 -43.9; manaus -3.1 -60; curitiba -25.4 -49.3; recife -8.1 -34.9; goiania -16.7 -49.3
belem -1.5 -48.5; porto alegre -30 -51.2; guarulhos -23.5 -46.5; campinas -22.9 -47.1; sao luis -2.5 -44.3; maceio -9.7 -35.7; campo grande -20.4 -54.6
natal brasil -5.8 -35.2; teresina -5.1 -42.8; joao pessoa -7.1 -34.9; florianopolis -27.6 -48.5; vitoria -20.3 -40.3; cuiaba -15.6 -56.1; aracaju -10.9 -37.1
santos brasil -24 -46.3; ribeirao preto -21.2 -47.8; uberlandia -18.9 -48.3; sorocaba -23.5 -47.5; londrina -23.3 -51.2; niteroi -22.9 -43.1; joinville -26.3 -48.8
london/londres/londra 51.5 -0.1 50; manchester 53.5 -2.2 30; birmingham 52.5 -1.9 30; liverpool 53.4 -3 30; leeds 53.8 -1.5 30; sheffield 53.4 -1.5 30
bristol 51.5 -2.6 30; leicester 52.6 -1.1 30; coventry 52.4 -1.5 25; nottingham 53 -1.2 30; newcastle upon tyne 55 -1.6 30; southampton 50.9 -1.4 30
portsmouth 50.8 -1.1 25; plymouth 50.4 -4.1 30; brighton 50.8 -0.1 25; norwich 52.6 1.3 30; hull/kingston upon hull 53.7 -0.3 30; stoke on trent 53 -2.2 25
wolverhampton 52.6 -2.1 25; sunderland 54.9 -1.4 25; middlesbrough 54.6 -1.2 25; bradford 53.8 -1.8 25; derby 52.9 -1.5 25; glasgow 55.9 -4.3 30
edinburgh 55.9 -3.2 30; aberdeen 57.1 -2.1 30; dundee 56.5 -3 30; cardiff 51.5 -3.2 30; swansea 51.6 -3.9 30; belfast 54.6 -5.9 30; derry/londonderry 55 -7.3 25
dublin/dublino 53.3 -6.3; limerick 52.7 -8.6 30; galway 53.3 -9.1 30; cork 51.9 -8.5 30
madrid 40.4 -3.7 50; barcelona 41.4 2.2; valencia 39.5 -0.4 30; sevilla/seville/siviglia 37.4 -6 30; zaragoza 41.6 -0.9 30; malaga 36.7 -4.4 30; murcia 38 -1.1 30
palma de mallorca 39.6 2.7 30; las palmas 28.1 -15.4; bilbao 43.3 -2.9 30; alicante 38.3 -0.5 30; cordoba espana 37.9 -4.8 30; valladolid 41.7 -4.7 30
vigo 42.2 -8.7 25; gijon 43.5 -5.7 25; hospitalet 41.4 2.1 20; vitoria gasteiz 42.8 -2.7 30; granada espana 37.2 -3.6 30; oviedo 43.4 -5.8 25; badalona 41.5 2.2 20
elche 38.3 -0.7 25; pamplona 42.8 -1.6 30; almeria 36.8 -2.5 30; san sebastian/donostia 43.3 -2 30; santander 43.5 -3.8 30; burgos 42.3 -3.7 30
castellon 40 0 30; albacete 39 -1.9 30; salamanca 41 -5.7 30; logrono 42.5 -2.4 30; huelva 37.3 -6.9 30; badajoz 38.9 -7 30; tarragona 41.1 1.2 30; lleida/lerida 41.6 0.6 30
cadiz 36.5 -6.3 30; jaen 37.8 -3.8 30; girona/gerona 42 2.8 30; caceres 39.5 -6.4 30; ceuta 35.9 -5.3 20; melilla 35.3 -2.9 20
lisbon/lisboa/lisbonne 38.7 -9.1; porto portugal/oporto 41.2 -8.6 30; braga 41.5 -8.4 25; coimbra 40.2 -8.4 25; setubal 38.5 -8.9 25; funchal 32.6 -16.9
paris/parigi 48.9 2.3; marseille/marsella/marsiglia 43.3 5.4 30; lyon 45.8 4.8 30; toulouse 43.6 1.4 30; nantes 47.2 -1.6 30; montpellier 43.6 3.9 30
strasbourg/estrasburgo 48.6 7.8 30; bordeaux/burdeos 44.8 -0.6 30; lille 50.6 3.1 30; rennes 48.1 -1.7 30; reims 49.3 4 30; toulon 43.1 5.9 30; grenoble 45.2 5.7 30
dijon 47.3 5 30; angers 47.5 -0.6 30; nimes 43.8 4.4 30; saint etienne 45.4 4.4 30; le havre 49.5 0.1 30; clermont ferrand 45.8 3.1 30; aix en provence 43.5 5.4 25
brest 48.4 -4.5 30; le mans 48 0.2 30; limoges 45.8 1.3 30; amiens 49.9 2.3 30; perpignan 42.7 2.9 30; metz 49.1 6.2 30; besancon 47.2 6 30; orleans 47.9 1.9 30
rouen 49.4 1.1 30; mulhouse 47.7 7.3 30; caen 49.2 -0.4 30; avignon 43.9 4.8 25; nice 43.7 7.3 30; tours 47.4 0.7 30; nancy 48.7 6.2 30
brussels/bruxelles/bruselas/brussel 50.8 4.4 30; antwerp/antwerpen/amberes/anvers 51.2 4.4 30; ghent/gent 51.1 3.7 25; liege 50.6 5.6 25; charleroi 50.4 4.4 25
amsterdam 52.4 4.9 30; rotterdam 51.9 4.5 30; the hague/den haag/la haya 52.1 4.3 25; utrecht 52.1 5.1 25; eindhoven 51.4 5.5 25; groningen 53.2 6.6 30; tilburg 51.6 5.1 25
berlin/berlino 52.5 13.4; hamburg/hamburgo 53.6 10; munich/munchen/monaco di baviera 48.1 11.6; frankfurt/francoforte 50.1 8.7 30; cologne/koln/colonia alemania 50.9 7 30
stuttgart 48.8 9.2 30; dusseldorf 51.2 6.8 30; leipzig 51.3 12.4 30; dortmund 51.5 7.5 30; essen deutschland 51.5 7 25; bremen 53.1 8.8 30; dresden 51.1 13.7 30
hannover/hanover germany 52.4 9.7 30; nuremberg/nurnberg 49.5 11.1 30; duisburg 51.4 6.8 25; bochum 51.5 7.2 25; wuppertal 51.3 7.2 25; bielefeld 52 8.5 25
bonn 50.7 7.1 25; munster 52 7.6 25; mannheim 49.5 8.5 25; karlsruhe 49 8.4 25; augsburg 48.4 10.9 25; wiesbaden 50.1 8.2 25; kiel 54.3 10.1 30; chemnitz 50.8 12.9 25
magdeburg 52.1 11.6 30; freiburg 48 7.8 25; mainz 50 8.3 25; erfurt 51 11 25; rostock 54.1 12.1 30; kassel 51.3 9.5 30; potsdam 52.4 13.1 20; saarbrucken 49.2 7 30
vienna/wien/viena 48.2 16.4; graz 47.1 15.4 30; linz 48.3 14.3 30; salzburg 47.8 13 30; innsbruck 47.3 11.4 30; zurich 47.4 8.5 30; geneva/geneve/ginebra/ginevra 46.2 6.1 30
basel 47.6 7.6 25; lausanne 46.5 6.6 25; roma/rome 41.9 12.5; milano/milan 45.5 9.2; napoli/naples/napoles 40.9 14.3; torino/turin 45.1 7.7 30
palermo 38.1 13.4 30; genova/genoa 44.4 8.9 30; bologna 44.5 11.3 30; firenze/florencia 43.8 11.3 30; florence 43.8 11.3 30; bari 41.1 16.9 30; catania 37.5 15.1 30
venezia/venice/venecia 45.4 12.3 30; verona 45.4 11 30; messina 38.2 15.6 30; padova/padua 45.4 11.9 30; trieste 45.6 13.8 30; brescia 45.5 10.2 30; taranto 40.5 17.2 30
parma 44.8 10.3 25; prato 43.9 11.1 20; modena 44.6 10.9 25; reggio calabria 38.1 15.7 30; reggio emilia 44.7 10.6 25; perugia 43.1 12.4 30; ravenna 44.4 12.2 25
livorno 43.5 10.3 25; cagliari 39.2 9.1 30; foggia 41.5 15.5 30; rimini 44.1 12.6 25; salerno 40.7 14.8 25; ferrara 44.8 11.6 25; sassari 40.7 8.6 30; latina italia 41.5 12.9 25
bergamo 45.7 9.7 25; pescara 42.5 14.2 30; vicenza 45.5 11.5 25; trento 46.1 11.1 30; bolzano 46.5 11.4 30; ancona 43.6 13.5 30; siracusa 37.1 15.3 30; pisa 43.7 10.4 25
athens/atenas/atene/athenes 38 23.7; thessaloniki 40.6 22.9 30; patras 38.2 21.7 30; heraklion 35.3 25.1 30; nicosia 35.2 33.4 30; limassol 34.7 33 30; valletta 35.9 14.5 20
istanbul/estambul 41 29 60; ankara 39.9 32.9; izmir 38.4 27.1; bursa 40.2 29.1; adana 37 35.3; gaziantep 37.1 37.4; antalya 36.9 30.7; konya 37.9 32.5; diyarbakir 37.9 40.2
mersin 36.8 34.6; kayseri 38.7 35.5; eskisehir 39.8 30.5; samsun 41.3 36.3; trabzon 41 39.7; warsaw/warszawa/varsovia/varsavia 52.2 21; krakow/cracow/cracovia 50.1 19.9 30
lodz 51.8 19.5 30; wroclaw 51.1 17 30; poznan 52.4 16.9 30; gdansk 54.4 18.6 30; szczecin 53.4 14.6 30; lublin 51.2 22.6 30; katowice 50.3 19 30; bydgoszcz 53.1 18 30
prague/praha/praga 50.1 14.4; brno 49.2 16.6 30; ostrava 49.8 18.3 30; bratislava 48.1 17.1 30; kosice 48.7 21.3 30; budapest 47.5 19; debrecen 47.5 21.6 30; szeged 46.3 20.1 30
bucharest/bucuresti/bucarest 44.4 26.1; cluj 46.8 23.6 30; timisoara 45.8 21.2 30; iasi 47.2 27.6 30; constanta 44.2 28.6 30; sofia bulgaria 42.7 23.3; plovdiv 42.1 24.7 30
varna 43.2 27.9 30; belgrade/beograd/belgrado 44.8 20.5; novi sad 45.3 19.8 30; nis serbia 43.3 21.9 30; zagreb 45.8 16 30; ljubljana 46.1 14.5 30; sarajevo 43.9 18.4 30
skopje 42 21.4 30; tirana 41.3 19.8 30; pristina 42.7 21.2 30; podgorica 42.4 19.3 30; chisinau 47 28.8 30; copenhagen/kobenhavn/copenhague 55.7 12.6; aarhus 56.2 10.2 30
stockholm/estocolmo 59.3 18.1; gothenburg/goteborg 57.7 12 30; malmo 55.6 13 30; uppsala 59.9 17.6 30; oslo 59.9 10.8; bergen norway 60.4 5.3 30; trondheim 63.4 10.4 30
helsinki 60.2 24.9; tampere 61.5 23.8 30; turku 60.5 22.3 30; reykjavik 64.1 -21.9; tallinn 59.4 24.8 30; riga 56.9 24.1 30; vilnius 54.7 25.3 30; kaunas 54.9 23.9 30
moscow/moscu/moscou/mosca 55.8 37.6 60; st petersburg russia/saint petersburg russia 59.9 30.3 50; novosibirsk 55 82.9; yekaterinburg 56.8 60.6; kazan 55.8 49.1
nizhny novgorod 56.3 44; samara 53.2 50.2; omsk 55 73.4; rostov on don/rostov 47.2 39.7; ufa 54.7 56; krasnoyarsk 56 92.9; voronezh 51.7 39.2; perm russia 58 56.3
volgograd 48.7 44.5; krasnodar 45 39; saratov 51.5 46; tyumen 57.2 65.5; irkutsk 52.3 104.3; vladivostok 43.1 131.9; khabarovsk 48.5 135.1; belgorod 50.6 36.6; grozny 43.3 45.7
sochi 43.6 39.7; kaliningrad 54.7 20.5; murmansk 69 33.1; kyiv/kiev/kyjiw 50.4 30.5 50; kharkiv/kharkov 50 36.2; odesa/odessa ukraine 46.5 30.7; dnipro 48.5 35
donetsk 48 37.8; lviv/lvov 49.8 24 30; zaporizhzhia/zaporozhye 47.8 35.2; mykolaiv 47 32; mariupol 47.1 37.5 30; kherson 46.6 32.6 30; poltava 49.6 34.6 30; minsk 53.9 27.6
tbilisi 41.7 44.8; baku 40.4 49.9; yerevan 40.2 44.5; tehran/teheran 35.7 51.4 50; mashhad 36.3 59.6; isfahan 32.7 51.7; shiraz 29.6 52.5; tabriz 38.1 46.3; ahvaz 31.3 48.7
qom 34.6 50.9; kermanshah 34.3 47.1; baghdad/bagdad 33.3 44.4 50; mosul 36.3 43.1; basra 30.5 47.8; erbil 36.2 44; kirkuk 35.5 44.4; najaf 32 44.3; sulaymaniyah 35.6 45.4
damascus/damasco/damas 33.5 36.3; aleppo/alepo/alep 36.2 37.2; homs 34.7 36.7 30; latakia 35.5 35.8 30; beirut/beyrouth 33.9 35.5 30; jerusalem/jerusalen 31.8 35.2 30
tel aviv 32.1 34.8 30; haifa 32.8 35 30; gaza/gaza strip/gaza city 31.5 34.5 30; ramallah 31.9 35.2 25; nablus 32.2 35.3 25; hebron 31.5 35.1 25; amman 31.9 35.9 30; zarqa 32.1 36.1 25
riyadh/riad 24.7 46.7 50; jeddah 21.5 39.2; mecca/la meca 21.4 39.8; medina saudi arabia 24.5 39.6; dammam 26.4 50.1; dubai 25.2 55.3; abu dhabi 24.5 54.4; sharjah 25.3 55.4
doha 25.3 51.5; kuwait city 29.4 48; manama 26.2 50.6 25; muscat 23.6 58.4; sanaa 15.4 44.2; aden yemen 12.8 45; taiz 13.6 44; hodeidah 14.8 43
cairo/el cairo/le caire 30 31.2 50; alexandria egypt/alejandria 31.2 29.9; giza 30 31.2; port said 31.3 32.3; suez 30 32.5; luxor 25.7 32.6; tripoli 32.9 13.2; benghazi 32.1 20.1
misrata 32.4 15.1; tunis/tunez capital 36.8 10.2; sfax 34.7 10.8; algiers/argel/alger 36.8 3.1; oran 35.7 -0.6; constantine algeria 36.4 6.6; casablanca 33.6 -7.6
rabat 34 -6.8; marrakech/marrakesh 31.6 -8; fez/fes morocco 34 -5; tangier/tanger 35.8 -5.8; agadir 30.4 -9.6; khartoum/jartum 15.6 32.5 50; omdurman 15.6 32.5; juba 4.9 31.6
nouakchott 18.1 -16; dakar 14.7 -17.4; banjul 13.5 -16.6; bissau 11.9 -15.6; conakry 9.5 -13.7; freetown 8.5 -13.2; monrovia 6.3 -10.8; bamako 12.6 -8; ouagadougou 12.4 -1.5
niamey 13.5 2.1; abidjan 5.4 -4; yamoussoukro 6.8 -5.3; accra 5.6 -0.2; kumasi 6.7 -1.6; lome 6.1 1.2; cotonou 6.4 2.4; porto novo 6.5 2.6; lagos 6.5 3.4 50; abuja 9.1 7.5
kano 12 8.5; ibadan 7.4 3.9; kaduna 10.5 7.4; port harcourt 4.8 7; benin city 6.3 5.6; maiduguri 11.8 13.2; jos nigeria 9.9 8.9; enugu 6.4 7.5; ndjamena 12.1 15; yaounde 3.9 11.5
douala 4.1 9.7; libreville 0.4 9.5; malabo 3.8 8.8; bangui 4.4 18.6; brazzaville -4.3 15.3; kinshasa -4.3 15.3 50; lubumbashi -11.7 27.5; goma -1.7 29.2; kisangani 0.5 25.2
bukavu -2.5 28.9; mbuji mayi -6.1 23.6; luanda -8.8 13.2; huambo -12.8 15.7; lusaka -15.4 28.3; kitwe -12.8 28.2; ndola -13 28.6; harare -17.8 31.1; bulawayo -20.2 28.6
lilongwe -14 33.8; blantyre -15.8 35; maputo -26 32.6; beira -19.8 34.8; nampula -15.1 39.3; antananarivo -18.9 47.5; port louis -20.2 57.5 25; moroni -11.7 43.3; victoria seychelles -4.6 55.5
addis ababa/addis abeba 9 38.8; mekelle 13.5 39.5; dire dawa 9.6 41.9; asmara 15.3 38.9; djibouti city 11.6 43.1; mogadishu/mogadiscio 2 45.3; hargeisa 9.6 44.1; nairobi -1.3 36.8 50
mombasa -4 39.7; kisumu -0.1 34.8; nakuru -0.3 36.1; kampala 0.3 32.6; kigali -1.9 30.1; bujumbura -3.4 29.4; dar es salaam -6.8 39.3; dodoma -6.2 35.7; mwanza -2.5 32.9
arusha -3.4 36.7; zanzibar -6.2 39.2 50; windhoek -22.6 17.1; gaborone -24.7 25.9; maseru -29.3 27.5; mbabane -26.3 31.1; johannesburg/joburg/johannesburgo -26.2 28 50; soweto -26.3 27.9 30
cape town/ciudad del cabo -33.9 18.4 50; durban -29.9 31; pretoria -25.7 28.2; port elizabeth/gqeberha -34 25.6; bloemfontein -29.1 26.2; east london south africa -33 27.9
kabul 34.5 69.2 50; kandahar 31.6 65.7; herat 34.3 62.2; mazar i sharif 36.7 67.1; jalalabad 34.4 70.5; kunduz 36.7 68.9; tashkent 41.3 69.2; samarkand 39.7 67; bishkek 42.9 74.6
dushanbe 38.6 68.8; ashgabat 38 58.4; almaty 43.2 76.9; astana/nur sultan 51.2 71.4; shymkent 42.3 69.6; karachi 24.9 67 50; lahore 31.5 74.3 50; islamabad 33.7 73.1
rawalpindi 33.6 73; faisalabad 31.4 73.1; peshawar 34 71.6; multan 30.2 71.5; quetta 30.2 67; gujranwala 32.2 74.2; sialkot 32.5 74.5; hyderabad 17.4 78.5
delhi/new delhi/nueva delhi 28.6 77.2 60; mumbai/bombay 19.1 72.9 50; bangalore/bengaluru 13 77.6 50; chennai/madras 13.1 80.3 50; kolkata/calcutta/calcuta 22.6 88.4 50
ahmedabad 23 72.6; pune 18.5 73.9; surat 21.2 72.8; jaipur 26.9 75.8; lucknow 26.8 80.9; kanpur 26.4 80.3; nagpur 21.1 79.1; indore 22.7 75.9; bhopal 23.3 77.4
visakhapatnam/vizag 17.7 83.2; patna 25.6 85.1; vadodara 22.3 73.2; ghaziabad 28.7 77.4; ludhiana 30.9 75.9; agra 27.2 78; nashik 20 73.8; varanasi 25.3 83; srinagar 34.1 74.8
amritsar 31.6 74.9; allahabad/prayagraj 25.4 81.8; ranchi 23.3 85.3; jabalpur 23.2 79.9; coimbatore 11 77; vijayawada 16.5 80.6; jodhpur 26.3 73; madurai 9.9 78.1
raipur 21.3 81.6; kota rajasthan 25.2 75.9; guwahati 26.1 91.7; chandigarh 30.7 76.8; mysore/mysuru 12.3 76.6; gurgaon/gurugram 28.5 77; noida 28.6 77.3; bhubaneswar 20.3 85.8
thiruvananthapuram/trivandrum 8.5 76.9; kochi/cochin 9.9 76.3; dehradun 30.3 78; jammu 32.7 74.9; shimla 31.1 77.2; imphal 24.8 93.9; mangalore 12.9 74.9; kozhikode 11.3 75.8
kathmandu/katmandu 27.7 85.3; pokhara 28.2 84; thimphu 27.5 89.6; dhaka 23.8 90.4 50; chittagong/chattogram 22.4 91.8; khulna 22.8 89.6; sylhet 24.9 91.9; rajshahi 24.4 88.6
colombo 6.9 79.9; kandy 7.3 80.6; male maldives 4.2 73.5; yangon/rangoon 16.9 96.2; mandalay 22 96.1; naypyidaw 19.8 96.1; bangkok 13.8 100.5 50; chiang mai 18.8 99; phuket 7.9 98.4
pattaya 12.9 100.9; hat yai 7 100.5; hanoi 21 105.8 50; saigon/ho chi minh/ho chi minh city 10.8 106.7 50; da nang 16.1 108.2; haiphong 20.9 106.7; can tho 10 105.8
phnom penh 11.6 104.9; vientiane 18 102.6; kuala lumpur 3.1 101.7 50; penang 5.4 100.3; johor bahru 1.5 103.8 25; ipoh 4.6 101.1; kota kinabalu 6 116.1; kuching 1.6 110.3
singapore/singapur/singapour 1.35 103.8; bandar seri begawan 4.9 114.9; dili -8.6 125.6; jakarta/yakarta -6.2 106.8 50; surabaya -7.3 112.7; bandung -6.9 107.6; medan 3.6 98.7
semarang -7 110.4; makassar -5.1 119.4; palembang -3 104.8; yogyakarta -7.8 110.4; denpasar -8.7 115.2; bali -8.4 115.2 80; padang -0.9 100.4; pekanbaru 0.5 101.4
banjarmasin -3.3 114.6; balikpapan -1.3 116.8; manado 1.5 124.8; manila/maynila 14.6 121 50; quezon city 14.7 121 30; cebu/cebu city 10.3 123.9 60; davao/davao city 7.1 125.6 50
caloocan 14.7 121 25; zamboanga 6.9 122.1; cagayan de oro 8.5 124.6; iloilo 10.7 122.6; bacolod 10.7 122.9; general santos 6.1 125.2; makati 14.6 121 25; baguio 16.4 120.6
hong kong 22.3 114.2; macau/macao 22.2 113.5 25; beijing/pekin/pechino 39.9 116.4 60; shanghai 31.2 121.5 60; guangzhou 23.1 113.3 50; shenzhen 22.5 114.1; tianjin 39.1 117.2 50
chongqing 29.6 106.6 60; chengdu 30.7 104.1 50; wuhan 30.6 114.3 50; hangzhou 30.3 120.2; xi an/xian 34.3 108.9; nanjing 32.1 118.8; shenyang 41.8 123.4; harbin 45.8 126.6
qingdao 36.1 120.4; dalian 38.9 121.6; zhengzhou 34.7 113.6; jinan 36.7 117; changsha 28.2 112.9; kunming 25 102.7; suzhou 31.3 120.6; dongguan 23 113.7; foshan 23 113.1
ningbo 29.9 121.6; xiamen 24.5 118.1; fuzhou 26.1 119.3; hefei 31.8 117.3; changchun 43.9 125.3; shijiazhuang 38 114.5; taiyuan 37.9 112.6; nanning 22.8 108.3; urumqi 43.8 87.6
lanzhou 36.1 103.8; guiyang 26.6 106.7; wenzhou 28 120.7; lhasa 29.7 91.1; haikou 20 110.3; nanchang 28.7 115.9; wuxi 31.5 120.3; ulaanbaatar/ulan bator 47.9 106.9
taipei 25 121.6; kaohsiung 22.6 120.3; taichung 24.1 120.7; tainan 23 120.2; seoul/seul 37.6 127 50; busan 35.2 129.1; incheon 37.5 126.7; daegu 35.9 128.6; daejeon 36.4 127.4
gwangju 35.2 126.9; ulsan 35.5 129.3; pyongyang 39 125.8; tokyo/tokio 35.7 139.7 60; yokohama 35.4 139.6 30; osaka 34.7 135.5 50; nagoya 35.2 136.9; sapporo 43.1 141.4
fukuoka 33.6 130.4; kobe 34.7 135.2 30; kyoto 35 135.8 30; kawasaki japan 35.5 139.7 25; saitama 35.9 139.6 30; hiroshima 34.4 132.5; sendai 38.3 140.9; niigata 37.9 139
kumamoto 32.8 130.7; okayama 34.7 133.9; kagoshima 31.6 130.6; nagasaki 32.8 129.9; kanazawa 36.6 136.7; okinawa/naha 26.3 127.8 80
sydney -33.9 151.2 60; melbourne -37.8 145 60; brisbane -27.5 153 60; perth -32 115.9 50; adelaide -34.9 138.6 50; gold coast -28 153.4; canberra -35.3 149.1
hobart -42.9 147.3; darwin -12.5 130.8; cairns -16.9 145.8; townsville -19.3 146.8; newcastle australia -32.9 151.8; wollongong -34.4 150.9; geelong -38.1 144.4; toowoomba -27.6 151.9
auckland -36.8 174.8 50; wellington -41.3 174.8; christchurch -43.5 172.6; dunedin -45.9 170.5; hamilton new zealand -37.8 175.3; suva -18.1 178.4; port moresby -9.4 147.2
honiara -9.4 160; port vila -17.7 168.3; noumea -22.3 166.4; papeete -17.5 -149.6; apia -13.8 -171.8; nuku alofa -21.1 -175.2; nuuk 64.2 -51.7
`
