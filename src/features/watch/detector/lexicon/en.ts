import type { WordList } from './categories.ts'

/** English words for hazards, harm, responders and the ways in which people speak of them. */
export const en: WordList = {
  explosion: `explosion, explosions, exploded, explode, explodes, exploding, detonat*, blew up, blown up, bomb went off, bomb exploded, bombs went off,
    went off near, huge blast, blast at, loud blast, massive blast, bombing, bombings, car bomb, pipe bomb, suicide bomb*, suicide bomber, grenade, gas main`,
  'maybe-explosion': `blast, blasts, bomb, bombs, bombed, boom, bang, bangs, kaboom, loud noise, loud noises, blew, blowing up, shrapnel, fireball, loud bang, loud bangs,
    loud boom, big bang, went boom`,
  shooting: `gunfire, gunshot, gunshots, gunman, gunmen, active shooter, shots fired, mass shooting, opened fire, open fire, shooting at, shooter, shootout,
    drive by shooting, been shot, people shot, got shot, was shot, were shot, hearing shots, heard shots, hear shots`,
  'maybe-shooting': 'shooting, shot, shots, guns, rifle, sniper, sprayed, machine gun',
  crash: `derail*, train crash, plane crash, bus crash, car crash, crash landed, crash landing, collided, collision, pileup, pile up, head on crash, capsized, capsize,
    overturned, multi vehicle, plowed into, ploughed into, rammed into, ran over, hit and run, train wreck, car accident, bus accident, train accident, plane went down,
    helicopter crash, ferry crash, boat sank, ferry sank, ship sank, ran aground, vehicle into crowd`,
  'maybe-crash':
    'crash, crashed, crashes, crashing, accident, accidents, wreck, wreckage, smash, smashed, rolled over, flipped, sank, sinking, jackknifed, skidded',
  fire: `wildfire, wildfires, bushfire, bushfires, house fire, forest fire, brush fire, grass fire, apartment fire, building fire, structure fire, warehouse fire, factory fire,
    fire at, on fire near, caught fire, fire broke out, inferno, engulfed in flames, in flames, alarm fire, ablaze, blaze, burning down, burned down, burnt down, arson`,
  'maybe-fire': 'fire, fires, smoke, flames, flame, burning, burns, burnt, smoky, smoulder*, smolder*, evacuat*',
  collapse: `building collapse, building collapsed, bridge collapse, bridge collapsed, roof collapse, roof collapsed, collapsed building, landslide, landslides, mudslide,
    mudslides, avalanche, rockslide, sinkhole, cave in, caved in, crane collapse, crane collapsed, trapped under, buried under, dam burst, stand collapsed, wall collapsed`,
  'maybe-collapse':
    'collapse, collapsed, collapses, collapsing, rubble, debris, trapped, came down, fell down, crumbled, gave way',
  chemical: `gas leak, chemical spill, chemical leak, hazmat, toxic cloud, toxic smoke, toxic fumes, toxic gas, ammonia leak, chlorine leak, chlorine gas, radiation leak, carbon monoxide,
    nerve agent, fumes everywhere, poison gas, anthrax, acid spill, oil spill, contaminated water, mass poisoning`,
  'maybe-chemical': `fumes, chemical, chemicals, leak, leaking, toxic, ammonia, chlorine, strong smell, smell gas, smells like gas, spill, spilled, radiation, poisoned,
    poisoning`,
  flood: `flooding, floods, flooded, floodwater*, flash flood, flash floods, flood waters, flood water, inundat*, submerged, river burst, burst its banks, storm surge, tsunami, swept away,
    evacuated by boat, water rising, rising water, levee, waist deep, knee deep, under water`,
  'maybe-flood': 'flood, downpour, washed away, drowned, drowning',
  quake: `earthquake, earthquakes, quake, quakes, aftershock, aftershocks, seismic, epicenter, epicentre, richter, felt the ground shake, ground shook, ground
    shaking, earth shook, magnitude earthquake`,
  'maybe-quake': 'tremor, tremors, shaking, shook, shakes, rumble, rumbling, swaying, magnitude',
  storm: `tornado, tornadoes, tornados, hurricane, hurricanes, cyclone, cyclones, typhoon, typhoons, twister, funnel cloud, superstorm, hailstorm, blizzard, derecho, storm damage, lightning struck,
    struck by lightning, power lines down, trees down, tree fell, roof blown off, roof ripped off`,
  'maybe-storm': 'storm, storms, stormy, gust, gusts, winds, hail, lightning, thunderstorm, windstorm, rain, landfall',
  other: `stampede, trampled, crowd crush, crush at, stabbing, stabbed, stabbings, knife attack, hostage, hostages, mass casualty, mass casualties, multiple
    casualties, multiple victims, meteor, meteorite, haze, terror attack, terrorist attack, food poisoning, electrocuted, major incident`,
  hurt: `injured, injuries, injury, injures, hurt, wounded, wounds, bleeding, blood, bloody, casualty, casualties, victims, victim, unconscious, burned, maimed, amputat*, limbs, lost a leg, lost his leg, trapped, critical condition,
    hospitalized, hospitalised, taken to hospital, taken to hospitals, rushed to hospital, need help, broken leg, screaming in pain, unresponsive, cpr, tourniquet`,
  dead: 'dead, died, dies, killed, kills, fatal, fatality, fatalities, deaths, death toll, bodies, deadly, killing, perished, drowned, body bags, lost their lives, death',
  responder: `police, cops, cop, policeman, officers, firefighter, firefighters, fireman, firemen, firetruck, firetrucks, fire truck, fire trucks, fire engine, fire engines, fire brigade, fire department, fire crews, ambulance, ambulances,
    paramedic, paramedics, emt, emts, ems, medics, sirens, siren, first responders, rescue, rescuers, rescued, swat, bomb squad, coast guard, helicopters, helicopter, chopper, choppers, medevac, emergency crews, emergency services, sheriff, hospital, hospitals, triage, squad cars, red cross, national guard`,
  saw: `saw, see, seeing, seen, watching, can see, i see, in front of me, outside my window, witness, witnessed, looks like, right in front, everyone running, people running, smoke rising, smoke everywhere, everywhere`,
  heard: `heard, hear, hearing, felt, feel, feels, loud, sounded like, sounds like, shook my, shook the, woke me, woke us, windows shook, windows rattled, house shook, building shook, did anyone hear, anyone else hear, anyone hear, did anyone feel,
    anyone else feel, anyone feel, did you feel, you feel that, did you hear, did something just, something just, what was that`,
  now: 'now, just, currently, right now, just now, happening, atm, minutes ago, moments ago, tonight, at the moment, still, is going on, going on, as we speak',
  self: 'i, im, we, were, my, our, me, us, ive, weve, myself',
  vehicle:
    'train, trains, bus, buses, car, cars, truck, trucks, lorry, plane, airplane, aircraft, jet, boat, ferry, ship, tram, subway, metro, van, motorcycle, cyclist, motorway, highway, freeway, interstate, railway, rail, tanker, passengers, driver',
  building: `building, buildings, house, houses, home, homes, apartment, apartments, school, church, mosque, hotel, mall, station, terminal, bridge, factory, plant, refinery, warehouse, tower, stadium, restaurant, store, shop, airport, office, roof,
    street, road, square, avenue, intersection, crossing, tunnel, tunnels, pier, dock, harbour, harbor, port, market, block, neighborhood, neighbourhood, hostel, campus, dorm, arena, theatre, theater`,
  people:
    'people, crowd, crowds, everyone, spectators, residents, runners, kids, children, bystanders, families, workers, students, commuters, tourists, fans, someone, woman, man',
  fear: `omg, omfg, wtf, scared, scary, terrified, terrifying, screaming, screams, panic, panicking, chaos, shaken, help, please help, oh my god, holy shit, holy crap, stay safe, be safe, running for, evacuating, evacuated, evacuate, get out, stay away,
    avoid the area, run, crying, mayhem, carnage, horrific, horrible, awful, terrible, emergency, everybody ok, everyone ok, is everyone ok, hope everyone, hope everyone is ok, are you ok, im ok, we are ok, im safe, we are safe`,
  ask: `anyone know, does anyone know, anyone else, did anyone, what happened, what just happened, whats happening, what is happening, whats going on, what is
    going on, whats up with, what is up with, any idea, is it true, can anyone confirm, has anyone, why are there, why is there, whats with all, what are
    all, heard there was, did something, what was that, what the hell was that, wtf was that, what on earth was that`,
  past: `years after, years on, years since, year since, months after, weeks after, days after, of 19th, is old, old video, old photo, old footage, from last
    year, last summer, last winter, previously, back then, yesterday, last year, last week, last month, last night, years ago, year ago, months ago, weeks
    ago, historical, remember when, on this day, in the past, throwback, tbt, flashback, days ago, decades ago, century, investigation into, inquest,
    sentenced, lawsuit, convicted, settlement, memoir, verdict, in history, on trial, in court, the trial of`,
  newsroom: `breaking, breaking news, reuters, ap, bbc, cnn, reports say, reported, reporting, according to, news, live blog, live updates, developing, developing story, correspondent, read more, video shows, via, officials say, police say, latest, update, updates, exclusive, newspaper, press`,
  official: `press release, official statement, public safety, police department, please avoid, avoid area, shelter in place, media advisory, officials confirm, police confirm, spokesperson, spokesman, mayor, governor, alert issued, evacuation order, crews are on scene, crews on scene, units on scene,
    emergency management, is responding, we are responding, responding to`,
  denial: `false alarm, not true, isnt true, is not true, untrue, fake news, hoax, rumor, rumors, rumour, rumours, not a bomb, not an explosion, not a shooting,
    not a fire, wasnt a bomb, wasnt an explosion, just fireworks, only fireworks, was fireworks, were fireworks, it was thunder, just thunder, didnt
    happen, did not happen, never happened, debunked, no threat, controlled demolition, controlled explosion, controlled detonation, controlled burn,
    planned demolition, stop spreading, misinformation, unfounded, no evidence of, no truth, is false, are false, was false, false rumour, false rumor,
    false report, false reports, nothing happened here, do not pass on, stop posting, no danger`,
  drill: `alarm test, fire alarm test, testing the alarm, siren test, test the sirens, testing the sirens, smoke machine, stunt, film crew, drill, drills,
    simulation, simulated, training exercise, test of, this is a test, only a test, tabletop, rehearsal, full scale exercise, dry run, role players, fire
    drill, training day, an exercise, the exercise, emergency exercise, training exercises, practising in, practicing in, police are practising, police
    training, military exercise, military exercises, live fire exercise, open day, loud bangs are expected, planned blasting, filming of, filming a,
    filming in, being filmed, fire alarm went off, smoke alarm, fire alarm, burnt the toast, burnt my toast, burned the toast`,
  fiction: `movie, movies, film, films, filming, trailer, episode, season, novel, tv show, netflix, hbo, cinema, scene from, on set, stunt, actor, actress,
    lyrics, song, songs, album, music video, mixtape, playlist, anime, game of thrones, video game, xbox, playstation, ps3, ps4, ps5, nintendo, gta,
    fortnite, minecraft, boss fight, respawn, gameplay, documentary, screenplay, soundtrack, storyline, bestseller, finally watched, watched that one,
    rewatching, rewatched, binge, binge watching, theatre play, podcast, sitcom, cliffhanger, comic, manga, finale, library talk, exhibition, poem,
    karaoke, theme park, quiz, board game, escape room, puzzle, a book, this book, new book, comic book, concert tickets, dreamt that, dreamed that, had a
    dream, movie set, stunt driver, action movie, the new movie, curtain call, act one, act two, act three, first act,
    second act, third act, final act, stage play, school play, dress rehearsal, standing ovation, playwright, prop gun,
    special effects, sound effects, video games, cinemas, in the game, in cinemas, in theaters, theaters`,
  sport:
    'game, match, goal, goals, score, scored, league, cup, team, teams, coach, player, playoffs, halftime, quarterback, touchdown, homer, inning, innings, nba, nfl, mlb, nhl, season opener, defense, offense, fans, champions, tournament, penalty, striker, referee, fc, vs',
  money: `stock, stocks, shares, price, prices, earnings, trading, trader, traders, sales, revenue, profit, investors, bitcoin, crypto, dow, nasdaq, bullish,
    bearish, ipo, economy, discount, sale, giveaway, coupon, server, laptop, browser, iphone, stock market crash, market crash, stock crash, flash crash,
    price crash, crypto crash, system crash, hard drive, crashed my computer, laptop crashed, phone crashed, app crashed, site crashed, server crashed,
    crashing my, stock market, stock price, the markets, computer crash, computer crashed, market crashed, markets crashed, software update, my app, deal
    of the day`,
  joke: `lol, lmao, lmfao, rofl, haha, hahaha, hahah, jk, lolol, xd, crash course, crash diet, on fire today, fire sale, fire emoji, straight fire, set the
    world on fire, fire away, fire up, fired up, crossfire, blowing up my phone, blew up my phone, blowing up my, blew up my, my phone is     blowing up,
    blew up on, my notifications, bomb ass, bath bomb, bath bombs, photobomb*, sex bomb, bombshell, truth bomb, bomb dot     com, shots of, take shots,
    taking shots, took shots, tequila, vodka, jello shots, flu shot, flu shots, shot glass, mug shot, mugshot, screenshot, screenshots, head shot,
    headshot, headshots, photo shoot, photoshoot, photo shooting, best shot, long shot, slap shot, jump shot, explosion of flavor, flavor explosion,
    explosion of colour, explosion of color, population explosion, explosive diarrhea, my head is exploding, head exploded, head     explode, head
    explodes, head will explode, head is going to explode, mind blown, about to explode, gonna explode, going to explode, could explode, might explode,
    brain exploded, heart exploded, heart is exploding, dead tired, im dead, dead ass, deadass, drop dead, drop dead     gorgeous, walking dead, deadline,
    dead line, killing it, killing me, killed it, kills me, flood of, flooded with, floods of, flooding my, flooded my, my timeline, my feed, storm of,
    brainstorm*, shitstorm, twitter storm, perfect storm, storm trooper*, stormtrooper*, took by storm, taking     by storm, by storm, gate crash,
    gatecrash*, crash on the couch, crashed on the couch, crash on my couch, crash at my, crash at your, crash early, crashing early, sugar crash, crash
    and burn, party crash*, wedding crash*, crash pad, crash test*, crash bandicoot, earthquake of, milkshake, shake     it, harlem shake, landslide
    victory, landslide win, won in a landslide, won by a landslide, by a landslide, avalanche of, tsunami of, inferno of, burning man, burning question,
    burning calories, burning fat, burn calories, fat burning, heart burn, heartburn, slow burn, feel the burn, sick burn, collapse into bed, collapsed
    into bed, collapsed on my bed, collapse on the couch, collapsed on the couch, train wreck of, hot mess, toxic     relationship*, toxic people, toxic
    masculinity, toxic ex, leaked album, leaked photos, leaked video, leaked documents, leaked emails, leaked     song, smoke weed, smoking weed, smoke a,
    smoking a, smoke break, holy smoke, bbq, barbecue, campfire, bonfire, fireplace, fire pit, spitfire, firefox, fire phone, kindle fire, amazon fire,
    arcade fire, fire tv, fire stick, spread like wildfire, spreading like     wildfire, like wildfire, under fire, ceasefire, line of fire, play with
    fire, playing with fire, catching fire, mockingjay, you are fired, youre     fired, got fired, get fired, getting fired, was fired, fired from, fired
    me, fired his, fired the coach, rapid fire, fire emblem, baptism of fire, adding fuel, friendly fire, crush on, my crush, crushing on, womens crush,
    crush wednesday, candy crush, dropping bombs, f bomb, f bombs, photo bomb, cherry bomb, love bomb*, jager bomb*, jagerbomb*, glitter bomb, seed bomb,
    smoke bomb, stink bomb, time bomb, ticking time bomb, hail of, hail mary, all hail, caved in and, rats from a sinking ship, sinking feeling, heart
    sank, quakes, earth shattering, bursting with, explosion sale, gut wrenching, smashed it, smashed potatoes, shook my head, shaking my head, shaking
    with laughter, rocked the, on thin ice, drowning in, drown my sorrows, drowned     out, blown away by, blew me away, blows my mind, blew my mind,
    storm in a teacup, weather the storm, fire in my, under the weather, a blast, had a     blast, having a blast, blast from the past, full blast, good
    luck and, bang for, bang on, big bang theory, gang bang, bangs cut, gonna die, dying to, die laughing, dying of laughter, dead serious, dead battery,
    battery died, phone died, my phone died, drop a bomb, dropped a bomb, bomb diggity, was a train wreck, is a train wreck, such a train wreck, a train
    wreck, what a train wreck, a car crash of, disaster zone, crashed and burned, hot as fire, dumpster fire, im on fire, on fire tonight, you are on
    fire, fire in his eyes, fire in my belly, is the bomb, are the bomb, hurt in a collision with the post, collision with the post, crossbar, screamer of
    a goal, killer heels, killer workout, exploded with messages, exploded with, phone exploded, phone _ exploded, inbox exploded, inbox _ exploded,
    mentions exploded, blew up with, exploding with, exploding with messages, phone is exploding`,
  anniversary: `anniversary, commemorat*, remembrance, in memory, years later, year later, one year since, years since, never forget, moment of silence, minutes
    silence, survivors recall, looking back, memorial service, memorial for, tribute to, we remember, candlelight vigil`,
  photo:
    'photo, photos, pic, pics, picture, pictures, video, footage, livestream, live stream, instagram, twitpic, pic twitter, image, images, taken from',
  not: 'not, no, never, nobody, none, wasnt, isnt, didnt, without',
  innocent:
    'fireworks, firework, firecracker*, thunder, sonic boom, demolition, backfire, backfiring, tire blowout, garbage truck, construction, blasting, quarry, barbecue, fog machine, burnt toast, popcorn, balloon, cannon, salute',
  mourning:
    'pray, prayers, praying, pray for, thoughts and prayers, condolences, rip, rest in peace, my heart goes, heartbroken, sending love, thoughts are with, so sad',
  report:
    'reports of, reports that, report of, unconfirmed, confirmed, confirm, confirms, sources say, word of, being reported, hearing reports, scanner, hearing that',
  closure:
    'closed, closure, evacuated, evacuating, evacuation, lockdown, locked down, blocked, cordoned, cordon, suspended, service suspended, road closed, roads closed, shut down, traffic stopped, delays, diverted',
  here: 'here, outside, nearby, near me, near my, down the street, around the corner, across the street, next door, near us, from my window, my street, my block, my building, our building, my office, downtown, in town, over here',
  forecast:
    'warning, forecast, expected, watch issued, advisory, chance of, could, might, may, if, would, risk of, tomorrow, later today, next week, threat of, preparedness, tips, how to, prevent, prevention, insurance',
  echo: `all the way, as far as, visible from, seen from, see it from, see this from, saw it from, saw this from, view from, watching from, see the smoke from, see smoke from, see the flames from, from afar, in the distance, been told, told me, told us, heard from, heard there, heard that there, i hear there, hearing there, hearing that, hear that there, apparently, allegedly, supposedly, they say, they are
    saying, people say, people are saying, people saying, someone said, someone says, somebody said, friend says, friend said, says there, said there, rumour has, rumor has, word is, reportedly, unconfirmed,
    might be, may be, could be, possible, possibly`,
  real: 'not a drill, no drill, this is not a drill, not a test, for real, real life, not a movie, like a movie, like a film, not joking, not a joke, not kidding, seriously',
  number:
    'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, dozen, dozens, several, many, multiple, hundred, hundreds, scores, couple, few, twenty, thirty, forty, fifty, numerous',
}
