import type { WordList } from './categories.ts'

/** Portuguese words. */
export const pt: WordList = {
  explosion:
    'explosão, explosões, explodiu, explodir, explode, explodiram, explodindo, estouro, detonação, detonou, carro bomba, atentado, atentados, foi pelos ares, granada',
  'maybe-explosion': 'bomba, bombas, estrondo, barulho forte, barulho alto, estourou, barulhão',
  shooting:
    'tiroteio, tiroteios, tiros, baleado, baleados, disparos, atirador, atiradores, abriu fogo, troca de tiros, bala perdida',
  'maybe-shooting': 'tiro, atirou, atiraram, arma, armado, armados, disparou',
  crash:
    'descarril*, colisão, colidiu, colidiram, bateu de frente, capotou, capotamento, tombou, acidente de carro, acidente de ônibus, acidente de trem, acidente de avião, acidente aéreo, queda de avião, atropel*, engavetamento, naufrágio, naufragou, afundou, avião caiu',
  'maybe-crash': 'acidente, acidentes, batida, bateu, bateram, queda',
  fire: 'incêndio, incêndios, pegou fogo, pegando fogo, em chamas, incendiou, queimada, queimadas, fogo no, fogo na, fogo em',
  'maybe-fire': 'fogo, fumaça, fumo, chamas, queimando, fumaça preta, arde',
  collapse:
    'desabamento, desabamentos, desabou, desabaram, desmoronou, desmoronamento, deslizamento, deslizamentos, soterrados, soterrado, avalanche, cratera, ruiu, derrocada, sob os escombros',
  'maybe-collapse': 'escombros, presos, caiu, cedeu',
  chemical:
    'vazamento de gás, fuga de gás, vazamento químico, nuvem tóxica, gás tóxico, fumaça tóxica, intoxicados, vazamento de amônia, produtos perigosos',
  'maybe-chemical': 'vazamento, cheiro de gás, tóxico, tóxica, químico, amônia, cloro, intoxicação',
  flood: `enchente, enchentes, inundação, inundações, inundou, inundada, alagamento, alagamentos, alagou, alagada, alagado, alagadas, transbordou, tsunami, rio
    transbordou, enxurrada`,
  'maybe-flood': 'ilhados, arrastou, afogado, afogados, chuva, chuvas, temporal',
  quake:
    'terremoto, terremotos, tremor, tremores, sismo, sismos, abalo sísmico, epicentro, terramoto, réplica, tremeu tudo, réplicas',
  'maybe-quake': 'tremeu, balançou, balançando, abalo',
  storm:
    'furacão, furacões, ciclone, tornado, tufão, vendaval, granizo, tempestade tropical, árvore caiu, queda de árvore, caiu um raio',
  'maybe-storm': 'tempestade, ventania, vento, raios, trovoada, vendavais, ressaca',
  other:
    'tumulto, pisoteados, pisoteado, esfaqueado, esfaqueados, esfaqueou, reféns, refém, meteorito, meteoro, ataque terrorista, apagão, muitas vítimas, várias vítimas, rebelião',
  hurt: `ferido, feridos, ferida, feridas, sangue, sangrando, vítima, vítimas, inconsciente, queimados, levados ao hospital, desaparecidos, precisam de ajuda,
    em estado grave`,
  dead: 'morto, mortos, morta, mortas, morreu, morreram, óbito, óbitos, matou, mataram, corpos, corpo, falecido, faleceu, mortes, morte, vítimas fatais',
  responder:
    'polícia, policial, policiais, bombeiro, bombeiros, ambulância, ambulâncias, samu, sirene, sirenes, resgate, resgatados, socorristas, defesa civil, helicóptero, helicópteros, hospital, hospitais, cruz vermelha, viaturas, viatura, inem, gnr, psp',
  saw: 'vejo, vi, vimos, dá pra ver, da pra ver, vendo, testemunha, testemunhas, gente correndo, por todo lado, da janela, parece',
  heard:
    'ouvi, ouvimos, escutei, ouviu, ouviram, senti, sentimos, sentiu, deu pra ouvir, alguém ouviu, alguém mais ouviu, alguém sentiu, vocês ouviram, vocês sentiram, que barulho, tremeu a casa',
  now: 'agora, agora mesmo, acabou de, acabaram de, neste momento, nesse momento, agorinha, acontecendo, há pouco, minutos atrás, ainda',
  self: 'eu, minha, meu, nós, estou, estamos, tô, nossa, nosso',
  vehicle:
    'trem, comboio, ônibus, onibus, autocarro, carro, carros, caminhão, caminhões, camião, avião, barco, balsa, navio, bonde, metrô, moto, rodovia, estrada, passageiros, motorista',
  building:
    'prédio, prédios, edifício, casa, casas, escola, igreja, hotel, estação, terminal, ponte, fábrica, usina, refinaria, galpão, torre, estádio, restaurante, loja, boate, aeroporto, telhado, rua, avenida, praça, porto, cais, mercado, bairro, túnel, favela, shopping',
  people: 'gente, pessoas, pessoal, multidão, todos, crianças, famílias, moradores, estudantes, alguém, galera',
  fear: 'meu deus, socorro, pânico, medo, susto, gritos, gritando, caos, correria, correndo, evacuando, evacuados, urgente, emergência, horrível, ajuda, cuidado, evitem, estamos bem, estou bem, tudo bem',
  ask: 'alguém sabe, o que aconteceu, o que houve, o que está acontecendo, o que ta acontecendo, alguém mais, é verdade que, que aconteceu, que foi isso, o que foi isso',
  past: 'há _ anos, faz _ anos, há _ meses, é antigo, vídeo antigo, foto antiga, ontem, ano passado, semana passada, anos atrás, meses atrás, dias atrás, história, julgamento, condenado, sentença',
  newsroom:
    'urgente, última hora, notícias, notícia, segundo, g1, globo, ao vivo, plantão, jornal, imprensa, informa, atualização',
  official:
    'comunicado, prefeitura, prefeito, governador, autoridades, nota oficial, evitem a região, evitem a área, porta voz',
  denial: `é falso, falso, alarme falso, não é verdade, mentira, boato, boatos, fake news, desmente, desmentiu, fogos de artifício, eram fogos, só fogos,
    explosão controlada, implosão controlada, são falsas, notícia falsa, é mentira, parem de`,
  drill:
    'teste de alarme, teste do alarme, gravação, gravações, filmagem, máquina de fumaça, simulado, simulação, exercício, exercícios, treinamento, ensaio, simulacro',
  fiction:
    'filme, filmes, cinema, episódio, temporada, novela, música, álbum, videogame, trailer, ator, atriz, sonhei, netflix, clipe, jogo de tabuleiro',
  sport: 'gol, gols, golo, campeonato, jogador, árbitro, pênalti, técnico, torcida, copa, futebol',
  money: 'bolsa, ações, preço, preços, dólar, oferta, promoção, desconto, vendas, economia, investidores',
  joke: 'kkk, kkkk, kkkkk, kkkkkk, haha, hahaha, rsrs, rindo, morri, tô morta, tô morto, morrendo de, morta de, bombou, bombando, bomba de chocolate, cabeça vai explodir, vou explodir, explosão de sabor, chuva de memes',
  anniversary:
    'aniversário, homenagem, em memória, relembr*, lembrando, anos depois, anos da, anos do, minuto de silêncio',
  photo: 'foto, fotos, vídeo, video, imagem, imagens, filmei',
  not: 'não, nao, nunca, ninguém, nenhum, nenhuma, nem, sem',
  innocent: 'fogos de artifício, fogos, rojão, rojões, trovão, trovões, demolição, obra, churrasco, implosão',
  mourning: 'oremos, orações, orem, pêsames, condolências, descanse em paz, luto, força, solidariedade, triste',
  report: 'relatos de, há relatos, confirmado, confirma, confirmam, sem confirmação, dizem que, parece que',
  closure:
    'fechado, fechada, interditado, interditada, evacuação, evacuado, isolada, isolado, bloqueado, bloqueada, suspenso',
  here: 'aqui, lá fora, perto, perto de casa, aqui perto, do lado, na minha rua, meu bairro, centro',
  forecast: 'alerta, previsão, pode, poderia, risco, amanhã, prevenção, possível, dicas, como',
  real: 'não é simulado, não é um simulado, sério, de verdade, não é brincadeira, parece filme, parece cena de filme',
  number:
    'um, uma, dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, vinte, dezenas, centenas, vários, várias, muitos, muitas, pelo menos',
}
