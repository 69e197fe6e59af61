import type { WordList } from './categories.ts'

/** Spanish words. Accents are folded before they are compared, so they may be written either way here. */
export const es: WordList = {
  explosion: `explosión, explosiones, explotó, explotar, explota, explotaron, explotado, explotando, estallido, estalló, estallar, estallaron, detonación, detonaciones, detonó, bombazo, coche bomba, carro bomba, atentado, atentados, voló en pedazos, granada`,
  'maybe-explosion':
    'bomba, bombas, estruendo, retumbó, retumbo, tronó, tronido, ruido fuerte, fuerte ruido, onda expansiva, boom, reventó, explosivo, explosivos',
  shooting:
    'tiroteo, tiroteos, balacera, balaceras, balazo, balazos, disparos, pistolero, tirador, baleado, baleados, ráfagas, abrió fuego, tiros, a tiros, francotirador',
  'maybe-shooting': 'disparo, disparó, dispararon, disparando, balas, bala, armado, armados, arma, pistola',
  crash: `descarril*, choque, chocó, chocaron, colisión, colisionó, volcó, volcadura, vuelco, volcamiento, accidente de tren, accidente de tránsito, accidente de tráfico, accidente de bus, accidente aéreo, accidente ferroviario, atropell*, arrolló, siniestro vial, avión estrellado, se estrelló, naufrag*, hundió, encalló`,
  'maybe-crash': 'accidente, accidentes, siniestro, estrelló, chocar, impactó, carambola',
  fire: 'incendio, incendios, incendió, incendia, incendiando, en llamas, se quema, se está quemando, se esta quemando, arde, ardiendo, se incendia, se incendió, conato',
  'maybe-fire': 'fuego, humo, llamas, quema, quemando, quemándose, humareda, humo negro',
  collapse:
    'derrumbe, derrumbes, derrumbó, se derrumbó, se cayó un edificio, desplome, desplomó, deslave, deslizamiento, alud, avalancha, colapsó, hundimiento, socavón, atrapados bajo, bajo los escombros, entre los escombros',
  'maybe-collapse': 'colapso, escombros, atrapados, atrapadas, atrapado, se cayó, cayó, sepultados',
  chemical:
    'fuga de gas, escape de gas, fuga de amoniaco, fuga de amoníaco, fuga química, derrame químico, nube tóxica, gas tóxico, gases tóxicos, intoxicación masiva, intoxicados, materiales peligrosos, fuga de cloro, derrame de petróleo',
  'maybe-chemical':
    'fuga, olor a gas, huele a gas, tóxico, tóxica, químico, químicos, derrame, amoniaco, cloro, intoxicación',
  flood:
    'inundación, inundaciones, inundó, inundado, inundada, inundados, inundadas, inunda, desbordó, desbordamiento, se desbordó, crecida, riada, tsunami, maremoto, anegado, anegada, aguas arriba',
  'maybe-flood': 'desborde, arrastró, ahogado, ahogados, agua hasta, nivel del agua, lluvias, aguacero',
  quake: `terremoto, terremotos, sismo, sismos, temblor, temblores, tembló, está temblando, esta temblando, réplica, réplicas, epicentro, sísmico, sísmica,
    escala de richter, grados richter, de magnitud`,
  'maybe-quake':
    'temblar, temblado, temblaron, vibró, vibrar, temblando, tiembla, sacudida, sacudió, sacudon, movió, se movió, se mueve, magnitud',
  storm:
    'huracán, huracanes, tornado, tornados, ciclón, ciclones, tifón, granizada, vendaval, tormenta eléctrica, tormenta tropical, ventisca, rayo cayó, cayó un rayo, árboles caídos, árbol caído',
  'maybe-storm': 'tormenta, tormentas, granizo, ráfaga, viento, vientos, temporal, rayos, relámpagos',
  other:
    'estampida, avalancha humana, apuñalado, apuñalados, apuñalamiento, acuchill*, rehenes, rehén, meteorito, ataque terrorista, apagón, heridos en masa, múltiples víctimas, víctimas múltiples, disturbios, motín',
  hurt: 'herido, heridos, herida, heridas, lesionado, lesionados, lesionada, lesionadas, víctima, víctimas, sangre, sangrando, inconsciente, graves, quemados, quemado, trasladados al hospital, hospitalizados, necesitan ayuda',
  dead: 'muerto, muertos, muerta, muertas, murió, murieron, fallecido, fallecidos, fallecida, falleció, fallecieron, mató, mataron, cadáver, cadáveres, cuerpos, víctimas mortales, mortal, muertes, muerte',
  responder:
    'policía, policías, bombero, bomberos, ambulancia, ambulancias, paramédico, paramédicos, sirena, sirenas, rescate, rescatistas, rescatados, emergencias, protección civil, guardia civil, cruz roja, patrulla, patrullas, socorristas, helicóptero, helicópteros, hospital, hospitales, equipos de emergencia, samur, militares',
  saw: 'veo, vi, vimos, se ve, viendo, ver, vemos, están corriendo, gente corriendo, por todas partes, por todos lados, desde mi ventana, testigo, testigos, parece',
  heard:
    'oí, oímos, escuché, escuchamos, escucho, se escuchó, se escucharon, se escucha, se oyó, se oye, oyeron, escucharon, sentí, sentimos, se sintió, se sintio, sintieron, sonó, alguien más escuchó, alguien escuchó, alguien más sintió, alguien sintió, sintieron eso, vibraron, retumbaron las ventanas, tremendo ruido, qué fue eso, que ha sido eso',
  now: 'ahora, ahorita, ahora mismo, acaba, acaban, acaba de, en este momento, en estos momentos, justo, recién, está pasando, hace minutos, hace un momento, hace un rato, de pronto, todavía, sigue',
  self: 'yo, mi, mis, nosotros, estoy, estamos, me, nos, nuestra, nuestro',
  vehicle:
    'tren, trenes, autobús, autobus, bus, buses, coche, coches, carro, carros, camión, camiones, avión, avioneta, barco, ferri, ferry, lancha, tranvía, metro, furgoneta, moto, autopista, carretera, vía, pasajeros, conductor, vagón, vagones',
  building:
    'edificio, edificios, casa, casas, escuela, colegio, iglesia, hotel, estación, terminal, puente, fábrica, planta, refinería, almacén, torre, estadio, restaurante, tienda, aeropuerto, oficina, techo, calle, avenida, plaza, muelle, puerto, mercado, barrio, túnel, centro comercial, universidad, esquina',
  people:
    'gente, personas, multitud, todos, vecinos, niños, familias, corredores, trabajadores, estudiantes, pasajero, alguien, hombre, mujer',
  fear: 'dios mío, ayuda, auxilio, pánico, miedo, susto, asustado, asustada, gritos, gritando, caos, corriendo, evacuando, evacúan, evacuados, evacuar, urgente, emergencia, horrible, horror, qué miedo, cuidado, tengan cuidado, no se acerquen, eviten la zona, estamos bien, estoy bien, están bien',
  ask: `alguien sabe, qué pasó, que paso, qué pasa, que pasa, qué está pasando, que esta pasando, alguien más, es verdad que, es cierto que, saben qué, qué ha
    pasado, que ha pasado, por qué hay, alguien puede confirmar, qué fue, qué fue eso, qué ha sido eso, qué fue ese ruido`,
  past: `hace _ años, hace _ meses, hace _ semanas, hace _ días, hace un mes, es viejo, es vieja, son viejas, es antiguo, vídeo viejo, vídeo antiguo, foto
    antigua, del año pasado, charla sobre, el año pasado, ayer, la semana pasada, hace un año, hace años, hace meses, hace días, hace una semana,
    historia, histórico, tal día como hoy, juicio, condenado, sentencia, anoche, es viejo y, de hace, recuerdo cuando, aquella vez, en su día, misa por,
    misa a las`,
  newsroom:
    'última hora, ultima hora, urgente, noticias, noticia, según, reportan, informan, reporta, informa, en vivo, en directo, vía, diario, prensa, periódico, redacción, actualización',
  official:
    'comunicado, ayuntamiento, alcalde, alcaldesa, gobernador, autoridades, se recomienda, eviten la zona, evite la zona, evite el área, dispositivo, activado el protocolo, portavoz, 112, acudimos, nuestros equipos',
  denial: `es falso, falso, falsa alarma, no es verdad, no es cierto, mentira, bulo, bulos, rumor, rumores, desmiente, desmienten, desmentido, desmentimos,
    fueron fuegos artificiales, son fuegos artificiales, eran fuegos artificiales, eran cohetes, fue un trueno, dejen de, no difundan, desinformación,
    descartan, descarta, explosión controlada, demolición controlada, quema controlada, son falsos, son falsas, es mentira, aquí no pasa nada, aquí no ha
    pasado nada, dejad de, no compartan, no compartáis, lo de _ es falso`,
  drill: `rodaje, están rodando, prueba de la alarma, prueba de alarma, prueba de alarmas, prueba de la sirena, máquina de humo, simulacro, simulacros,
    ejercicio, ejercicios, simulación, ensayo, entrenamiento, maniobras, prácticas de`,
  fiction: `película, películas, cine, capítulo, temporada, novela, canción, álbum, videojuego, videojuegos, tráiler, actor, actriz, personaje, soñé, netflix,
    documental, letra, charla, exposición, rodando, efectos especiales, teatro, poema, podcast, novela negra, serie de televisión, una serie de netflix,
    juego de mesa, en sueños, primer acto, segundo acto, tercer acto, último acto, obra de teatro, la obra del colegio, ensayo general, efectos de sonido, la serie del`,
  sport:
    'gol, goles, partido, liga, equipo, copa, jugador, árbitro, penal, penalti, delantero, entrenador, hinchas, goleador, mundial, fútbol',
  money:
    'bolsa, acciones, precio, precios, mercados, dólar, oferta, ofertas, descuento, venta, ventas, economía, inversores, presupuesto',
  joke: `jaja, jajaja, jajajaja, jajajajaja, jeje, me muero de, me muero, muerto de risa, muerta de risa, muerta de sueño, muerto de sueño, muerto de hambre,
    muero de hambre, explosión de sabor, explosión de colores, de infarto, la bomba, estoy quemado, cabeza va a explotar, va a explotar, me explota la
    cabeza, lluvia de ideas, lluvia de memes, inundado de, avalancha de, terremoto político, tormenta de ideas, ha inundado el correo, inundado el correo,
    inundado de correos, inundó el correo, bandeja inundada, me parto, pura dinamita, lluvia de goles, avalancha de correos, avalancha de mensajes, muerto
    de vergüenza, me estalla la cabeza, bombazo informativo, fichaje bomba, echando humo, está que arde, salvo incendio, explotó el estadio, estalló el
    estadio, explotó la grada, es la bomba, son la bomba, explotó el móvil, me explotó el móvil, explota el móvil, explotado el móvil, ha explotado el
    móvil, explotó el teléfono, explotó de mensajes`,
  anniversary:
    'aniversario, conmemor*, homenaje, en memoria, recordamos, recordando, años después, minuto de silencio, nunca olvidar, se cumplen',
  photo: 'foto, fotos, vídeo, video, imagen, imágenes, grabé, grabación',
  not: 'no, nunca, nadie, ningún, ninguna, ni, sin, tampoco',
  innocent:
    'fuegos artificiales, cohetes, petardos, petardo, pirotecnia, mascletá, trueno, truenos, demolición, obras, voladura, globo, chimenea, asado, parrilla, salvas',
  mourning:
    'oremos, oraciones, oren, pésame, condolencias, descansen en paz, descanse en paz, qepd, epd, luto, qué tristeza, rezar',
  report:
    'reportes de, hay reportes, se reporta, se reportan, sin confirmar, confirmado, confirman, confirma, dicen que, se habla de',
  closure:
    'cerrado, cerrada, cierre, evacuación, evacuado, acordonado, acordonada, cordón, cortada, cortado, suspendido, suspendida, desalojo, desalojado, desalojan',
  here: 'aquí, acá, afuera, cerca de, cerca, cerca de mi, al lado, en la esquina, mi calle, mi barrio, mi casa, desde aquí, por mi casa, centro',
  forecast:
    'alerta, pronóstico, aviso, se espera, podría, podrían, riesgo, mañana, prevención, consejos, si hay, posible, posibilidad, cómo',
  echo: `se ve desde, se veía desde, se ve hasta, se oye desde, se oyó desde, se oyó hasta, se ha oído hasta, se escuchó hasta, lo veo desde, lo vi desde, veo el humo desde, humo desde, a lo lejos, hasta en, dicen que, dicen, dice que, me dicen, me han dicho, me cuentan, me acaban de decir, nos dicen, según dicen, al parecer, por lo visto, se comenta, se dice, se rumorea, supuestamente, supuesta, supuesto, sin
    confirmar, he oído que, oí que, escuché que, podría haber, puede que, posible`,
  real: 'no es un simulacro, no es simulacro, no es broma, en serio, de verdad, parece una película, como una película, no es una película',
  number:
    'un, una, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, veinte, treinta, docena, docenas, decenas, varios, varias, muchos, muchas, cientos, unos, unas, al menos',
}
