import type { WordList } from './categories.ts'

/** Italian words. */
export const it: WordList = {
  explosion:
    'esplosione, esplosioni, esploso, esplosa, esplosi, esplode, esplodere, esplodono, scoppio, scoppiata, scoppiato, deflagrazione, autobomba, attentato, attentati, saltato in aria, saltata in aria',
  'maybe-explosion': 'bomba, bombe, boato, botto, botti, rumore forte, forte rumore, ordigno, granata',
  shooting:
    'sparatoria, sparatorie, sparato, spari, hanno sparato, colpi di pistola, colpi di arma, aperto il fuoco, cecchino, sparano',
  'maybe-shooting': 'colpi, pistola, armato, armati, fucile',
  crash:
    'deragliato, deragliamento, deraglia, scontro, scontrati, schianto, schiantato, schiantata, tamponamento, incidente stradale, incidente ferroviario, incidente aereo, investito, investiti, ribaltato, naufragio, affondato, travolto, travolti, collisione',
  'maybe-crash': 'incidente, incidenti, ribaltata',
  fire: 'incendio, incendi, in fiamme, a fuoco, brucia, rogo, roghi, divampato, divampa',
  'maybe-fire': 'fuoco, fumo, fiamme, bruciando, bruciato, fumo nero',
  collapse:
    'crollo, crolli, crollato, crollata, crollati, crolla, frana, frane, valanga, slavina, smottamento, sotto le macerie, voragine, cedimento',
  'maybe-collapse': 'macerie, intrappolati, intrappolate, caduto, sepolti, ceduto',
  chemical:
    'fuga di gas, perdita di gas, nube tossica, fumi tossici, sversamento, intossicati, ammoniaca, materiale pericoloso',
  'maybe-chemical': 'odore di gas, puzza di gas, tossico, tossica, tossici, cloro, perdita, intossicazione',
  flood:
    'alluvione, alluvioni, allagamento, allagamenti, allagato, allagata, allagate, allagati, inondazione, inondazioni, esondato, esondazione, esonda, straripato, tracimato, maremoto, bomba d acqua',
  'maybe-flood': 'piena, fango, acqua alta, travolta, annegato, annegati, nubifragio, pioggia, torrente',
  quake:
    'terremoto, terremoti, scossa, scosse, sisma, sismica, sismico, epicentro, magnitudo, replica sismica, scala richter, trema tutto, tremato tutto',
  'maybe-quake': 'trema, tremare, tremato, tremava, ballato, oscillato',
  storm: 'uragano, uragani, ciclone, tornado, tromba d aria, grandinata, bufera, tifone, alberi caduti, albero caduto',
  'maybe-storm': 'tempesta, temporale, temporali, grandine, vento, fulmine, fulmini, maltempo',
  other:
    'calca, ressa, accoltellato, accoltellati, accoltellamento, ostaggi, ostaggio, meteorite, attacco terroristico, blackout, molti feriti',
  hurt: 'ferito, feriti, ferita, ferite, sangue, vittima, vittime, coinvolti, ustionati, gravi, dispersi, disperso, sfollati, soccorsi, soccorso',
  dead: 'morto, morti, morta, morte, deceduto, deceduti, ucciso, uccisi, salma, salme, cadavere, cadaveri, perso la vita',
  responder:
    'polizia, carabinieri, vigili del fuoco, pompieri, ambulanza, ambulanze, 118, sirene, sirena, soccorritori, protezione civile, elicottero, elicotteri, ospedale, ospedali, croce rossa, volanti, esercito, forze dell ordine',
  saw: 'vedo, visto, ho visto, vediamo, si vede, testimone, testimoni, gente che scappa, ovunque, dalla finestra, sembra',
  heard:
    'sentito, ho sentito, sentita, si sente, sentiamo, udito, l avete sentita, l avete sentito, avete sentito, sentita anche, qualcuno ha sentito, svegliato, che botto',
  now: 'ora, adesso, appena, in questo momento, poco fa, proprio ora, sta succedendo, in corso, ancora, pochi minuti fa',
  self: 'io, mia, mio, noi, siamo, sono, nostra, nostro, mi, ci',
  vehicle:
    'treno, treni, autobus, auto, macchina, macchine, camion, aereo, nave, traghetto, tram, metropolitana, furgone, moto, autostrada, passeggeri, autista, vagone',
  building:
    'palazzo, palazzi, edificio, edifici, casa, case, scuola, chiesa, albergo, stazione, terminal, ponte, fabbrica, capannone, capannoni, raffineria, torre, stadio, ristorante, negozio, aeroporto, tetto, strada, piazza, via, porto, molo, mercato, quartiere, campanile, centro',
  people: 'gente, persone, folla, tutti, bambini, famiglie, abitanti, operai, studenti, qualcuno',
  fear: 'paura, aiuto, panico, oddio, omg, terrore, urla, caos, scappano, scappate, evacuati, evacuare, emergenza, tutti in strada, che paura, state attenti, stiamo bene, sto bene, state bene',
  ask: `qualcuno sa, cosa succede, che succede, cosa è successo, cos è successo, che è successo, è vero che, anche voi, qualcun altro, perché ci sono, cosa
    era, cos era, che cos era`,
  past: 'è vecchio, video vecchio, foto vecchia, ieri, anno scorso, settimana scorsa, anni fa, mesi fa, giorni fa, storia, processo, condannato, sentenza',
  newsroom:
    'ultim ora, ultima ora, ansa, notizie, notizia, secondo, repubblica, corriere, diretta, aggiornamento, giornale, stampa, sky tg24, tg1',
  official: 'comunicato, sindaco, prefettura, prefetto, comune, evitare la zona, autorità, ordinanza, allerta meteo',
  denial: `falso allarme, non è vero, è falso, bufala, bufale, smentita, smentito, smentiscono, smentisce, fuochi d artificio, esplosione controllata, sono
    false, notizia falsa, smettetela di`,
  drill: `prova di allarme, prova allarme, prove antincendio, riprese, set cinematografico, esercitazione, esercitazioni, simulazione, addestramento, prove di
    evacuazione, una prova, prova generale`,
  fiction:
    'film, cinema, puntata, episodio, romanzo, canzone, album, videogioco, trailer, attore, sognato, netflix, serie tv, gioco da tavolo, ho sognato',
  sport: 'gol, partita, squadra, campionato, calcio, rigore, allenatore, giocatore, arbitro, serie a',
  money: 'borsa, azioni, prezzo, prezzi, mercati, sconto, vendite, economia, spread',
  joke: 'ahah, ahahah, ahahahah, hahaha, sto morendo, morto dal ridere, morta dal ridere, la bomba, che bomba, testa mi scoppia, esplosione di gusto, esplosione di colori, terremoto politico, valanga di',
  anniversary:
    'anniversario, commemor*, ricordo, ricordiamo, in memoria, anni dopo, minuto di silenzio, per non dimenticare',
  photo: 'foto, video, immagine, immagini, filmato',
  not: 'non, no, nessun, nessuna, nessuno, mai, senza, niente',
  innocent: 'fuochi d artificio, petardi, petardo, tuono, tuoni, demolizione, cantiere, grigliata, falò',
  mourning: 'preghiamo, preghiera, preghiere, condoglianze, cordoglio, rip, vicini a, solidarietà, lutto',
  report:
    'segnalazioni, segnalato, segnalata, confermato, conferma, confermano, non confermato, pare, sembra che, si parla di',
  closure: 'chiuso, chiusa, chiusi, evacuazione, evacuato, evacuata, bloccato, bloccata, sospesa, sospeso, transennata',
  here: 'qui, qua, fuori, vicino, vicino a casa, sotto casa, da me, dalle mie parti, in zona',
  forecast: 'allerta, previsioni, previsto, potrebbe, rischio, domani, prevenzione, possibile, probabile, se ci',
  real: 'non è una esercitazione, non è un esercitazione, sul serio, davvero, non scherzo, sembra un film, come in un film',
  number:
    'uno, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, venti, decine, decina, centinaia, molti, molte, diversi, almeno',
}
