/**
 * Well-known places, so that a post about one of them is not taken for a post about the hospital's own area.
 * Each line: name (and other names, split by `/`), latitude, longitude, and how far the name reaches, in kilometres.
 * Names that are common words or people's names are left out.
 */
export const WORLD = `
new york/nyc/manhattan/brooklyn/nueva york, 40.7, -74.0, 40
los angeles/hollywood, 34.1, -118.2, 60
chicago, 41.9, -87.6, 50
houston, 29.8, -95.4, 60
philadelphia/philly, 40.0, -75.2, 40
san antonio, 29.4, -98.5, 40
san diego, 32.7, -117.2, 40
dallas, 32.8, -96.8, 50
san francisco, 37.8, -122.4, 40
seattle, 47.6, -122.3, 50
denver, 39.7, -105.0, 50
washington dc/washington d c, 38.9, -77.0, 40
boston, 42.36, -71.06, 30
nashville, 36.2, -86.8, 40
detroit, 42.3, -83.0, 40
portland oregon, 45.5, -122.7, 40
las vegas/vegas, 36.2, -115.1, 40
baltimore, 39.3, -76.6, 30
milwaukee, 43.0, -87.9, 30
albuquerque, 35.1, -106.7, 40
atlanta, 33.7, -84.4, 50
miami, 25.8, -80.2, 50
minneapolis, 45.0, -93.3, 40
new orleans, 30.0, -90.1, 40
cleveland ohio, 41.5, -81.7, 40
orlando, 28.5, -81.4, 40
pittsburgh, 40.4, -80.0, 40
cincinnati, 39.1, -84.5, 40
st louis/saint louis, 38.6, -90.2, 40
newark, 40.7, -74.2, 20
honolulu, 21.3, -157.9, 40
anchorage, 61.2, -149.9, 60
toronto, 43.7, -79.4, 50
montreal, 45.5, -73.6, 40
vancouver, 49.3, -123.1, 40
calgary, 51.0, -114.1, 40
edmonton, 53.5, -113.5, 40
ottawa, 45.4, -75.7, 40
winnipeg, 49.9, -97.1, 40
mexico city/ciudad de mexico/cdmx, 19.4, -99.1, 50
guadalajara, 20.7, -103.3, 40
monterrey, 25.7, -100.3, 40
tijuana, 32.5, -117.0, 30
acapulco, 16.9, -99.8, 40
havana/la habana, 23.1, -82.4, 40
port au prince, 18.5, -72.3, 40
kingston jamaica, 18.0, -76.8, 40
santo domingo, 18.5, -69.9, 40
guatemala city, 14.6, -90.5, 40
tegucigalpa, 14.1, -87.2, 40
managua, 12.1, -86.2, 40
san salvador, 13.7, -89.2, 30
bogota, 4.7, -74.1, 50
medellin, 6.2, -75.6, 40
caracas, 10.5, -66.9, 40
quito, -0.2, -78.5, 40
guayaquil, -2.2, -79.9, 40
buenos aires, -34.6, -58.4, 60
montevideo, -34.9, -56.2, 40
asuncion, -25.3, -57.6, 40
la paz, -16.5, -68.1, 40
rio de janeiro, -22.9, -43.2, 50
sao paulo, -23.6, -46.6, 60
brasilia, -15.8, -47.9, 50
salvador bahia, -13.0, -38.5, 40
porto alegre, -30.0, -51.2, 40
belo horizonte, -19.9, -43.9, 40
london/londres, 51.5, -0.1, 50
manchester, 53.5, -2.2, 30
birmingham, 52.5, -1.9, 30
liverpool, 53.4, -3.0, 30
glasgow, 55.9, -4.3, 30
edinburgh, 55.9, -3.2, 30
cardiff, 51.5, -3.2, 30
belfast, 54.6, -5.9, 30
dublin, 53.3, -6.3, 40
madrid, 40.4, -3.7, 50
barcelona, 41.4, 2.2, 40
sevilla/seville, 37.4, -6.0, 30
bilbao, 43.3, -2.9, 30
zaragoza, 41.6, -0.9, 30
malaga, 36.7, -4.4, 30
lisbon/lisboa, 38.7, -9.1, 40
porto portugal, 41.2, -8.6, 30
marseille, 43.3, 5.4, 30
lyon, 45.8, 4.8, 30
toulouse, 43.6, 1.4, 30
bordeaux, 44.8, -0.6, 30
strasbourg, 48.6, 7.8, 30
brussels/bruxelles, 50.8, 4.4, 30
amsterdam, 52.4, 4.9, 30
rotterdam, 51.9, 4.5, 30
berlin, 52.5, 13.4, 40
hamburg, 53.6, 10.0, 40
munich/munchen, 48.1, 11.6, 40
frankfurt, 50.1, 8.7, 30
cologne/koln, 50.9, 7.0, 30
vienna/wien, 48.2, 16.4, 40
zurich, 47.4, 8.5, 30
geneva, 46.2, 6.1, 30
roma/rome, 41.9, 12.5, 40
milano/milan, 45.5, 9.2, 40
napoli/naples, 40.9, 14.3, 40
torino/turin, 45.1, 7.7, 30
firenze, 43.8, 11.3, 30
bologna, 44.5, 11.3, 30
palermo, 38.1, 13.4, 30
genova/genoa, 44.4, 8.9, 30
venezia/venice, 45.4, 12.3, 30
athens, 38.0, 23.7, 40
thessaloniki, 40.6, 22.9, 30
istanbul, 41.0, 29.0, 60
ankara, 39.9, 32.9, 40
warsaw/warszawa, 52.2, 21.0, 40
krakow, 50.1, 19.9, 30
prague/praha, 50.1, 14.4, 40
budapest, 47.5, 19.0, 40
bucharest, 44.4, 26.1, 40
belgrade, 44.8, 20.5, 40
zagreb, 45.8, 16.0, 30
copenhagen, 55.7, 12.6, 40
stockholm, 59.3, 18.1, 40
oslo, 59.9, 10.8, 40
helsinki, 60.2, 24.9, 40
reykjavik, 64.1, -21.9, 40
moscow, 55.8, 37.6, 60
st petersburg russia, 59.9, 30.3, 50
kyiv/kiev, 50.4, 30.5, 50
kharkiv, 50.0, 36.2, 40
odesa/odessa ukraine, 46.5, 30.7, 40
mariupol, 47.1, 37.5, 30
minsk, 53.9, 27.6, 40
tbilisi, 41.7, 44.8, 40
baku, 40.4, 49.9, 40
yerevan, 40.2, 44.5, 40
tehran, 35.7, 51.4, 50
baghdad, 33.3, 44.4, 50
mosul, 36.3, 43.1, 40
damascus, 33.5, 36.3, 40
aleppo, 36.2, 37.2, 40
homs, 34.7, 36.7, 30
beirut, 33.9, 35.5, 30
jerusalem, 31.8, 35.2, 30
tel aviv, 32.1, 34.8, 30
gaza, 31.5, 34.5, 30
amman, 31.9, 35.9, 30
riyadh, 24.7, 46.7, 50
jeddah, 21.5, 39.2, 40
mecca, 21.4, 39.8, 40
dubai, 25.2, 55.3, 40
abu dhabi, 24.5, 54.4, 40
doha, 25.3, 51.5, 40
kuwait, 29.4, 48.0, 100
sanaa, 15.4, 44.2, 40
cairo, 30.0, 31.2, 50
alexandria egypt, 31.2, 29.9, 40
tripoli, 32.9, 13.2, 40
benghazi, 32.1, 20.1, 40
tunis, 36.8, 10.2, 40
algiers, 36.8, 3.1, 40
casablanca, 33.6, -7.6, 40
marrakech, 31.6, -8.0, 40
dakar, 14.7, -17.4, 40
lagos, 6.5, 3.4, 50
abuja, 9.1, 7.5, 40
kano, 12.0, 8.5, 40
accra, 5.6, -0.2, 40
abidjan, 5.4, -4.0, 40
freetown, 8.5, -13.2, 40
monrovia, 6.3, -10.8, 40
addis ababa, 9.0, 38.8, 40
nairobi, -1.3, 36.8, 50
mombasa, -4.0, 39.7, 40
kampala, 0.3, 32.6, 40
kigali, -1.9, 30.1, 40
kinshasa, -4.3, 15.3, 50
dar es salaam, -6.8, 39.3, 40
mogadishu, 2.0, 45.3, 40
khartoum, 15.6, 32.5, 50
luanda, -8.8, 13.2, 40
lusaka, -15.4, 28.3, 40
harare, -17.8, 31.1, 40
maputo, -26.0, 32.6, 40
johannesburg/joburg, -26.2, 28.0, 50
cape town, -33.9, 18.4, 50
durban, -29.9, 31.0, 40
pretoria, -25.7, 28.2, 40
kabul, 34.5, 69.2, 50
kandahar, 31.6, 65.7, 40
karachi, 24.9, 67.0, 50
lahore, 31.5, 74.3, 50
islamabad, 33.7, 73.1, 40
peshawar, 34.0, 71.6, 40
delhi/new delhi, 28.6, 77.2, 60
mumbai, 19.1, 72.9, 50
bangalore/bengaluru, 13.0, 77.6, 50
chennai, 13.1, 80.3, 50
kolkata, 22.6, 88.4, 50
hyderabad, 17.4, 78.5, 50
kathmandu, 27.7, 85.3, 40
dhaka, 23.8, 90.4, 50
chittagong, 22.4, 91.8, 40
colombo, 6.9, 79.9, 40
yangon, 16.9, 96.2, 40
bangkok, 13.8, 100.5, 50
phuket, 7.9, 98.4, 40
hanoi, 21.0, 105.8, 50
saigon/ho chi minh, 10.8, 106.7, 50
phnom penh, 11.6, 104.9, 40
kuala lumpur, 3.1, 101.7, 50
singapore, 1.35, 103.8, 40
jakarta, -6.2, 106.8, 50
bali, -8.4, 115.2, 80
manila, 14.6, 121.0, 50
cebu, 10.3, 123.9, 60
davao, 7.1, 125.6, 50
hong kong, 22.3, 114.2, 40
beijing, 39.9, 116.4, 60
shanghai, 31.2, 121.5, 60
wuhan, 30.6, 114.3, 50
taipei, 25.0, 121.6, 40
seoul, 37.6, 127.0, 50
busan, 35.2, 129.1, 40
tokyo, 35.7, 139.7, 60
osaka, 34.7, 135.5, 50
fukushima, 37.4, 140.5, 80
sydney australia, -33.9, 151.2, 60
melbourne, -37.8, 145.0, 60
brisbane, -27.5, 153.0, 60
perth, -32.0, 115.9, 50
adelaide, -34.9, 138.6, 50
auckland, -36.8, 174.8, 50
christchurch, -43.5, 172.6, 40
alabama, 32.8, -86.8, 300
alaska, 64.0, -152.0, 1500
arizona, 34.3, -111.7, 400
arkansas, 34.8, -92.4, 250
california, 37.2, -119.5, 700
colorado, 39.0, -105.5, 350
connecticut, 41.6, -72.7, 100
florida, 28.6, -82.4, 450
hawaii, 20.8, -156.9, 400
idaho, 44.4, -114.6, 450
illinois, 40.0, -89.2, 350
indiana, 39.9, -86.3, 250
iowa, 42.0, -93.5, 280
kansas, 38.5, -98.4, 350
kentucky, 37.5, -85.3, 330
louisiana, 31.1, -92.0, 280
maryland, 39.0, -76.8, 200
massachusetts, 42.2, -71.8, 150
michigan, 44.3, -85.4, 400
minnesota, 46.3, -94.3, 350
mississippi, 32.7, -89.7, 280
missouri, 38.4, -92.5, 320
montana, 47.1, -109.6, 500
nebraska, 41.5, -99.8, 380
nevada, 39.3, -116.6, 450
new hampshire, 43.7, -71.6, 140
new jersey, 40.2, -74.7, 130
new mexico, 34.4, -106.1, 380
north carolina, 35.5, -79.4, 400
north dakota, 47.5, -100.5, 300
ohio, 40.3, -82.8, 250
oklahoma, 35.6, -97.5, 380
oregon, 43.9, -120.6, 380
pennsylvania, 40.9, -77.8, 280
rhode island, 41.7, -71.6, 60
south carolina, 33.9, -80.9, 250
south dakota, 44.4, -100.2, 350
tennessee, 35.9, -86.4, 400
texas, 31.5, -99.3, 750
utah, 39.3, -111.7, 300
vermont, 44.1, -72.7, 140
wisconsin, 44.6, -89.7, 300
wyoming, 43.0, -107.5, 350
alberta, 55.0, -115.0, 700
ontario, 50.0, -86.0, 1000
quebec, 52.0, -72.0, 1000
british columbia, 54.0, -125.0, 800
queensland, -22.0, 144.0, 1100
tasmania, -42.0, 146.6, 250
victoria australia, -37.0, 144.0, 400
scotland, 56.5, -4.0, 300
wales, 52.3, -3.7, 150
northern ireland, 54.6, -6.7, 120
ireland, 53.3, -7.7, 250
england, 52.5, -1.5, 350
sardinia/sardegna, 40.1, 9.0, 180
sicily/sicilia, 37.6, 14.0, 200
kerala, 10.5, 76.3, 300
kashmir, 34.0, 75.5, 250
punjab, 31.0, 74.0, 350
balochistan, 28.5, 65.5, 500
sindh, 26.0, 68.5, 350
crimea, 45.3, 34.4, 200
donbas, 48.2, 38.3, 200
mindanao, 7.8, 125.0, 350
afghanistan, 33.8, 66.0, 800
argentina, -36.0, -64.5, 1900
australia, -25.0, 134.0, 2200
bangladesh, 23.8, 90.3, 350
bolivia, -16.7, -64.7, 800
brazil/brasil, -10.8, -53.1, 2300
bulgaria, 42.8, 25.2, 300
burma/myanmar, 21.0, 96.5, 900
cambodia, 12.7, 104.9, 350
canada, 57.0, -98.0, 3000
chile, -35.8, -71.3, 2200
china, 36.6, 103.8, 2500
colombia, 3.9, -73.1, 900
congo, -2.9, 23.7, 1200
costa rica, 9.9, -84.2, 250
croatia, 45.1, 16.4, 300
cuba, 21.6, -79.0, 650
ecuador, -1.4, -78.8, 450
egypt, 26.5, 29.9, 700
el salvador, 13.7, -88.9, 150
ethiopia, 8.6, 39.6, 700
finland, 64.5, 26.3, 650
france, 46.6, 2.5, 600
germany, 51.1, 10.4, 500
ghana, 8.0, -1.2, 350
greece/grecia, 39.1, 22.9, 400
guatemala, 15.7, -90.4, 250
haiti, 18.9, -72.7, 200
honduras, 14.8, -86.6, 300
hungary, 47.2, 19.4, 300
iceland, 65.0, -18.6, 300
india, 22.9, 79.6, 1700
indonesia, -2.2, 117.2, 2600
iran, 32.6, 54.3, 1000
iraq, 33.0, 43.7, 500
israel, 31.4, 35.0, 220
italy/italia, 42.8, 12.1, 650
japan/japon, 37.6, 138.0, 1200
kenya, 0.6, 37.8, 500
laos, 18.5, 103.7, 450
lebanon, 33.9, 35.9, 120
libya, 27.0, 18.0, 900
madagascar, -19.4, 46.7, 800
malaysia, 3.8, 109.7, 1000
mexico, 23.9, -102.5, 1600
mozambique, -17.3, 35.5, 900
nepal, 28.2, 83.9, 450
netherlands, 52.1, 5.3, 180
new zealand, -41.8, 171.5, 900
nicaragua, 12.8, -85.0, 280
nigeria, 9.6, 8.1, 650
north korea, 40.2, 127.2, 350
norway, 64.5, 14.0, 900
pakistan, 29.9, 69.3, 800
palestine, 31.9, 35.2, 120
panama, 8.5, -80.1, 350
peru, -9.2, -74.4, 1000
philippines/pilipinas/filipinas, 12.0, 122.9, 900
poland, 52.1, 19.4, 400
portugal, 39.6, -8.5, 350
puerto rico, 18.2, -66.4, 110
romania, 45.9, 25.0, 400
russia, 61.0, 90.0, 4500
rwanda, -2.0, 29.9, 130
saudi arabia, 24.1, 44.5, 1000
senegal, 14.4, -14.5, 350
serbia, 44.2, 20.8, 250
sierra leone, 8.6, -11.8, 180
somalia, 4.8, 45.7, 800
south africa, -29.0, 25.1, 900
south korea, 36.4, 127.8, 300
spain/espana, 40.2, -3.6, 650
sri lanka, 7.6, 80.7, 220
sudan, 16.0, 29.9, 900
sweden, 62.8, 16.7, 800
switzerland, 46.8, 8.2, 180
syria, 35.0, 38.5, 350
taiwan, 23.8, 121.0, 200
tanzania, -6.3, 34.8, 600
thailand, 15.1, 101.0, 800
tunisia, 34.1, 9.6, 350
uganda, 1.3, 32.4, 300
ukraine, 49.0, 31.4, 700
united kingdom, 54.0, -2.5, 550
venezuela, 7.1, -66.2, 700
vietnam, 16.6, 106.3, 800
yemen, 15.9, 47.6, 500
zambia, -13.5, 27.8, 600
zimbabwe, -19.0, 29.9, 350
`
