/** Words after a "no" that take it upon themselves, so that what follows is not denied: "will not stop burning", "no doubt a bomb", "not only smoke". */
export const TAKES_NEGATION = `stop, stops, stopped, stopping, quit, cease, ceased, only, just, merely, doubt, doubting, idea, clue, wonder, know, knows, knew, sure, long, longer, least, matter,
  para, paran, paraba, parar, deja, dejan, dejaba, dejar, cesa, cesan, solo, solamente, duda, dudas, sabe, sabemos, saben, menos, mas, smette, smettono, solo, dubbio, arrete, arretent, seulement, doute, apenas, duvida`

/** Words that may stand between a "no" and the explanation that it refuses: "it was not just a rumour", "no es un bulo". */
export const BEFORE_EXPLANATION = `a, an, the, any, just, only, some, it, this, that, is, was, were, es, un, una, unos, unas, el, la, los, las, son, era, eran, fue, fueron, solo, ningun, ninguna, e, sono, erano, il, uno, c, est, etait, le, les, des, sao, eram, foi, foram, um, uma, o, os`
