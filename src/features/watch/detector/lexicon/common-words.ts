/*
 * A phrase of several words is looked for where its rarest word stands. These are hardly ever that: a word missing here
 * costs time, nothing else.
 */

/** Words that stand in nearly every post. */
export const COMMONEST_WORDS = `
the, a, an, and, or, but, so, if, as, at, by, for, from, in, of, on, to, up, with, about, all, am, are, be, been, can, cant, did, do, dont, get, go, going, good, got, had, has, have, he, her, him, his, how,
i, im, is, it, its, ive, just, like, me, my, new, no, not, now, off, one, or, our, out, people, she, so, some, that, thats, the, their, them, there, they, this, time, today, us, was, we, were, what, when, who, will,
would, you, your, over, need, come, more, day, back, know, see, think, want, really, been, off, de, la, el, le, l, d, j, s, t, c, n, m, en, un, que, y, e, o, no, es, se, na, sa, ang, ng, et, des, les, der, die, das, und, ist, het, een, van`

/** Words that stand in very many posts, whatever they speak of. */
export const COMMON_WORDS = `
the, a, an, and, or, but, so, if, then, than, as, at, by, for, from, in, into, of, off, on, onto, out, over, to, up, with, without, down, about, after, again, against, all, also, always,
am, any, anyone, are, around, away, back, bad, be, because, been, before, being, best, better, big, both, call, came, can, cant, come, comes, coming, could, day, days, did, didnt, do, does,
doesnt, doing, done, dont, each, else, end, even, ever, every, everyone, everything, few, find, first, found, gave, get, gets, getting, give, go, goes, going, gone, gonna, good, got, great,
guy, had, happen, happened, happening, happy, hard, has, have, having, he, head, hear, heard, help, her, here, hey, him, his, hit, home, hope, hot, hour, hours, house, how, i, im, is, isnt, it, its, ive,
just, keep, kind, know, last, late, left, less, let, life, like, little, live, long, look, looking, looks, lost, lot, love, made, make, making, man, many, may, maybe, me, mean, might,
minute, minutes, miss, missing, more, morning, most, much, must, my, name, near, need, needed, needs, never, new, news, next, nice, night, no, not, nothing, now, oh, ok, old, once, one, ones, only,
open, other, our, own, part, people, place, plan, please, put, read, ready, real, really, report, reports, right, run, running, said, same, saw, say, saying, says, school, see, seen, she, should, show, sick, side, since,
some, someone, something, soon, sorry, start, started, still, stop, stuff, such, sure, take, taken, taking, tell, thank, thanks, that, thats, their, them, there, theres, these, they, thing, things, think, this, those, thought,
three, through, time, times, today, together, told, tomorrow, tonight, too, took, top, town, try, trying, turn, two, under, until, us, use, used, very, via, wait, waiting, wake, walk, want, wanted, was, wasnt, watch, watching, water, way, we, week, well, went, were, what, whats,
when, where, which, while, who, whole, why, will, wish, wont, word, work, working, world, would, wow, yeah, year, years, yes, yesterday, yet, you, your, youre, breaking, car, city, area, street, road, full, power, strong, true, body, fell, feel, felt, loud, broken, plane,
el, la, los, las, un, una, unos, unas, de, del, al, y, e, o, u, que, en, con, sin, por, para, se, su, sus, lo, le, les, me, te, mi, tu, no, si, ya, muy, mas, pero, como, cuando, donde, esta, este, esto, estan, estoy, es, son, fue, ser, hay, ha, han, todo, todos, hoy, ahora, aqui, alla, gente, casa, agua, vida, dia, hace, hacer, porque, sobre, entre, hasta, desde, nos, otra, otro,
il, i, gli, di, da, in, su, per, tra, fra, che, chi, non, si, sono, ho, hai, abbiamo, anche, ancora, come, cosa, questo, questa, piu, molto, tutto, tutti, oggi, ora, qui, casa, acqua, gente, quando, dove, nel, nella, della, delle, dei, degli, dal, dalla, alla, alle, una, uno, era, stato, fatto, mi, ti, ci, vi, ma,
le, les, des, du, au, aux, et, ou, ne, pas, plus, je, tu, il, elle, nous, vous, ils, elles, on, ce, cet, cette, ces, est, sont, ai, as, avez, ont, dans, sur, sous, avec, sans, pour, par, qui, quoi, tout, tous, toute, tres, bien, ici, la, maison, eau, gens, fait, etre, suis, mon, ma, mes, ton, son, sa, ses, leur, mais,
os, um, uma, do, dos, das, na, nas, nos, em, com, sem, ao, aos, que, nao, mais, muito, eu, voce, ele, ela, eles, nos, esta, este, isso, isto, foi, tem, ter, ser, estou, aqui, ali, hoje, agora, gente, casa, agua, dia, tudo, todos, quando, onde, pra, pro, meu, minha, seu, sua, mas, ja, so, ta,
der, die, das, den, dem, des, ein, eine, einen, einem, einer, und, oder, aber, nicht, kein, keine, ist, sind, war, hat, haben, habe, ich, du, er, sie, es, wir, ihr, mit, ohne, fur, von, vom, zu, zum, zur, im, in, am, an, auf, aus, bei, nach, noch, nur, auch, schon, hier, da, jetzt, heute, so, wie, was, wer, wo, alle, alles, mein, meine, haus, wasser, leute, mehr, sehr,
het, een, en, of, maar, niet, geen, ik, jij, hij, zij, we, wij, van, voor, met, op, te, aan, bij, naar, uit, om, er, dat, dit, die, wat, wie, waar, hoe, nu, nog, ook, al, hier, daar, heb, heeft, hebben, ben, bent, zijn, wordt, mijn, huis, water, mensen, veel, meer,
nie, tak, jest, sa, sie, na, do, od, po, za, ze, co, jak, to, ten, ta, te, ma, mam, byl, byla, juz, tu, tam, dom, woda, ludzie, bardzo,
bir, bu, su, ve, ile, icin, de, da, ne, var, yok, cok, ben, sen, biz, ev, su, simdi, burada,
yang, dan, di, ke, dari, ini, itu, ada, tidak, tak, sudah, akan, dengan, untuk, saya, aku, kamu, kita, kami, orang, rumah, air, hari, banyak, lagi, juga, bisa,
ang, ng, sa, mga, na, at, ay, ako, ko, mo, ka, ikaw, siya, kami, tayo, sila, ito, yan, yun, may, wala, hindi, lang, pa, po, naman, kasi, bahay, tubig, tao, ngayon, dito,
в, на, и, не, что, это, как, с, по, из, у, за, к, от, до, все, так, был, была, было, есть, нет, уже, там, тут, я, ты, он, она, мы, вы, они, мне, дом, вода, люди, очень,
в, на, і, й, не, що, це, як, з, по, із, у, за, до, від, все, так, був, була, є, нема, вже, там, тут, я, ти, він, вона, ми, ви, вони, дуже`
