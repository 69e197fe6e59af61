import type { WordList } from './categories.ts'

/** French words. */
export const fr: WordList = {
  explosion: `explosion, explosions, explosé, explosée, explose, exploser, déflagration, déflagrations, attentat, attentats, voiture piégée, détonation,
    détonations, grenade`,
  'maybe-explosion': 'bombe, bombes, gros bruit, bruit énorme, bruit sourd, souffle, boum, colis piégé, a sauté',
  shooting:
    'fusillade, fusillades, coups de feu, coup de feu, tirs, tireur, tireurs, a ouvert le feu, ouvert le feu, tué par balle, tués par balle, blessé par balle, kalachnikov',
  'maybe-shooting': 'tiré, tirent, balles, armé, armés, arme',
  crash:
    'déraillé, déraillement, déraille, collision, percuté, percute, carambolage, accident de train, accident de bus, accident de car, accident de la route, accident d avion, s est écrasé, écrasé, renversé, naufrage, chaviré, coulé, fauché, fauchés, accident ferroviaire',
  'maybe-crash': 'accident, accidents, crash, crashé, choc, accrochage',
  fire: 'incendie, incendies, en feu, prend feu, pris feu, en flammes, brûle, feu de forêt, feux de forêt, feu d appartement, ravagé par les flammes, embrasé',
  'maybe-fire': 'feu, feux, fumée, fumées, flammes, flamme, brûler, brûlé, fumée noire',
  collapse:
    'effondrement, effondré, effondrée, effondre, s effondre, éboulement, glissement de terrain, avalanche, coulée de boue, sous les décombres, ensevelis, enseveli',
  'maybe-collapse': 'décombres, gravats, coincés, coincé, écroulé, écroulée, tombé',
  chemical:
    'fuite de gaz, nuage toxique, fumées toxiques, fuite d ammoniac, fuite chimique, produits chimiques, intoxiqués, matières dangereuses, gaz toxique, seveso',
  'maybe-chemical': 'fuite, odeur de gaz, toxique, toxiques, chimique, ammoniac, chlore, intoxication, monoxyde',
  flood:
    'inondation, inondations, inondé, inondée, inondés, inondées, crue, crues, débordé, a débordé, sort de son lit, submergé, submergée, raz de marée, tsunami, les pieds dans l eau',
  'maybe-flood': 'montée des eaux, emporté, emportée, noyé, noyés, pluies, boue',
  quake: `séisme, séismes, tremblement de terre, tremblements de terre, secousse, secousses, secousse sismique, réplique, épicentre, la terre a tremblé, ça a
    tremblé`,
  'maybe-quake': 'tremblé, tremble, trembler, bougé, magnitude',
  storm:
    'ouragan, ouragans, cyclone, cyclones, tornade, tornades, typhon, arbres arrachés, arbre tombé, toits arrachés, tempête tropicale, grêlons',
  'maybe-storm': 'tempête, orage, orages, rafales, rafale, grêle, foudre, vent',
  other:
    'bousculade, mouvement de foule, attaque au couteau, poignardé, poignardée, poignardés, otages, otage, prise d otages, prise d otage, météorite, attaque terroriste, nombreuses victimes, plan blanc, plan rouge, émeute',
  hurt: `blessé, blessés, blessée, blessées, blesse, victime, victimes, inconscient, brûlés, grièvement, disparus, urgence absolue, urgences absolues, du sang,
    en sang`,
  dead: 'mort, morts, morte, mortes, tué, tués, tuée, décédé, décédés, décès, cadavre, cadavres, mortel, mortelle, bilan, des corps',
  responder:
    'police, policiers, policier, pompiers, pompier, ambulance, ambulances, samu, smur, gendarmes, gendarmerie, sirènes, sirène, secours, secouristes, hélicoptère, hélicoptères, hôpital, hôpitaux, croix rouge, raid, gign, sécurité civile',
  saw: 'vois, vu, j ai vu, on voit, voit, voir, témoin, témoins, gens qui courent, partout, de ma fenêtre, on dirait',
  heard:
    'entendu, entend, entendez, j ai entendu, on a entendu, ressenti, senti, on a senti, quelqu un a entendu, vous avez entendu, vous avez senti, réveillé, gros boum, c était quoi ce bruit',
  now: 'maintenant, actuellement, en ce moment, vient de, viennent de, à l instant, il y a quelques minutes, en cours, toujours, encore, là maintenant',
  self: 'je, j, mon, ma, mes, nous, notre, nos, moi, suis',
  vehicle:
    'train, trains, bus, car, voiture, voitures, camion, camions, poids lourd, avion, bateau, ferry, navire, tram, tramway, métro, camionnette, moto, autoroute, passagers, conducteur, rer, tgv',
  building:
    'immeuble, immeubles, bâtiment, bâtiments, maison, maisons, école, église, hôtel, gare, terminal, pont, usine, raffinerie, entrepôt, tour, stade, restaurant, magasin, aéroport, toit, rue, avenue, place, quai, port, marché, quartier, tunnel, lycée, boulevard',
  people: 'gens, personnes, foule, tout le monde, enfants, familles, habitants, riverains, étudiants, quelqu un, monde',
  fear: 'mon dieu, au secours, panique, peur, cris, hurlements, chaos, évacués, évacuer, évacuent, urgence, horrible, aide, attention, évitez le secteur, restez chez vous, ça va, on va bien, je vais bien, merde, putain',
  ask: `quelqu un sait, que se passe, qu est ce qui se passe, il se passe quoi, se passe quoi, c est quoi, que s est il passé, c est vrai que, quelqu un d
    autre, pourquoi il y a, vous savez ce, c était quoi`,
  past: 'il y a _ ans, il y a _ mois, il y a _ semaines, il y a _ jours, vieille vidéo, vidéo ancienne, ancienne photo, hier, l an dernier, l année dernière, la semaine dernière, il y a un an, ans après, il y a des années, histoire, procès, condamné, jugement',
  newsroom:
    'urgent, flash, alerte info, afp, selon, le monde, bfm, bfmtv, en direct, journal, presse, info, actualité, dernière minute',
  official:
    'communiqué, préfecture, préfet, mairie, maire, évitez le secteur, évitez la zone, autorités, porte parole, nos équipes, vigilance orange, vigilance rouge',
  denial: `fausse alerte, c est faux, faux, pas vrai, ce n est pas vrai, intox, rumeur, rumeurs, démenti, dément, démentent, feu d artifice, feux d artifice, il
    ne s est rien passé, n a pas eu lieu, explosion contrôlée, sont faux, fausse information, fausse rumeur, arrêtez de`,
  drill:
    'test d alarme, essai de sirène, machine à fumée, exercice, exercices, simulation, entraînement, exercice attentat, répétition, test des sirènes, essai des sirènes',
  fiction: `film, films, cinéma, épisode, roman, chanson, album, jeu vidéo, bande annonce, acteur, actrice, rêvé, netflix, tournage, série télé, jeu de société,
    saison 2, dans un rêve, mon rêve`,
  sport: 'match, équipe, ligue, coupe, joueur, arbitre, penalty, entraîneur, foot, supporters, psg',
  money: 'bourse, actions, prix, marchés, promo, soldes, ventes, économie, investisseurs, gouvernement, portable, site',
  joke: 'mdr, ptdr, lol, haha, mort de rire, morte de rire, je suis mort, je suis morte, tête va exploser, explosion de saveurs, explosion de couleurs, crise de rire, la bombe, une bombe, déluge de, avalanche de, tonnerre d applaudissements',
  anniversary:
    'anniversaire, commémor*, hommage, en mémoire, souvenir, ans plus tard, minute de silence, n oublions pas',
  photo: 'photo, photos, vidéo, image, images, filmé',
  not: 'pas, non, jamais, aucun, aucune, sans, rien',
  innocent:
    'feu d artifice, feux d artifice, pétard, pétards, tonnerre, démolition, travaux, barbecue, mur du son, bang supersonique',
  mourning: 'prions, prières, condoléances, pensées, paix à, solidarité, deuil, courage, tristesse',
  report: 'on parle de, non confirmé, confirmé, confirme, confirment, il y aurait, aurait, auraient, signalé, signale',
  closure:
    'fermé, fermée, évacuation, évacué, évacuée, bouclé, bouclée, bloqué, bloquée, interrompu, interrompue, coupée, périmètre de sécurité, périmètre',
  here: 'ici, dehors, à côté, près de, près de chez moi, en bas de chez moi, ma rue, mon quartier, chez moi, devant',
  forecast:
    'alerte, prévision, prévisions, prévu, pourrait, pourraient, risque, demain, prévention, possible, conseils, comment, si',
  real: 'pas un exercice, ce n est pas un exercice, sérieusement, pour de vrai, sans blague, comme dans un film, on dirait un film',
  number:
    'un, une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, douze, vingt, dizaine, dizaines, centaine, centaines, plusieurs, nombreux, au moins',
}
