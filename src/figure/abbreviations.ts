/**
 * Words with a full stop that end no sentence, by language; one that is written with a capital here is an abbreviation only
 * with a capital: `Sat.`, but not `sat.`
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  en:
    'dr mr mrs ms prof st gen col lt maj capt sgt rev hon jr sr vs etc No Nos fig figs vol pp approx ca cf e.g i.e a.m p.m u.s u.n u.k ' +
    'al ed eds Gov Sen Rep Pres Adm Cmdr Brig Cpl Pvt Inc Ltd Corp Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun',
  de:
    'dr prof dipl ing hr fr frl st nr bzw bspw ca d.h z.b u.a o.ä u.ä s.o s.u v.a i.d.r usw etc vgl ggf evtl inkl exkl zzgl abzgl sog ' +
    'geb gest gen mio mrd tsd Abs Art Str Jh Jhd Tel Abb Kap Bd Bde Hrsg Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Sa So',
  fr: 'm mm mme mmes mlle dr prof st ste etc env av apr art vol fig chap éd p.ex c.-à-d j.-c janv févr avr juil sept oct nov déc',
  es: 'sr sra sres dr dra prof ud uds etc art vol núm pág págs fig ee uu p.ej ene feb abr jun jul ago sept oct nov dic aprox',
  it: 'sig sigg dott prof avv ing on sen ecc art vol fig pag pagg n.b es gen feb mar apr mag giu lug ago sett ott nov dic',
  pt: 'sr sra dr dra prof exmo etc art vol núm pág fig p.ex jan fev mar abr mai jun jul ago set out nov dez',
  nl: 'dhr mevr dr prof ir ing mr drs bijv o.a m.b.t d.w.z enz etc nr blz art fig jan feb mrt apr jun jul aug sept okt nov dec',
  pl: 'np tzn itd itp m.in ok ul al prof dr inż mgr gen płk św nr str tj zob godz mln mld tys r w',
  ru: 'др проф акад гр г-н г-жа им см ср стр рис табл тыс млн млрд руб ул пл обл янв февр апр авг сент окт нояб дек',
};

const SETS = new Map(Object.entries(ABBREVIATIONS).map(([lang, words]) => [lang, new Set(words.split(' '))]));

/** Says whether a word, without its full stop, ends no sentence: an abbreviation, an initial, a roman numeral of a list. */
export function isAbbreviation(word: string, lang = 'en'): boolean {
  // `p.m`, `U.S`, `z.B`: letters with full stops between them
  if (/^(?:\p{L}\p{M}*\.)*\p{L}\p{M}*$/u.test(word) || /^[ivx]+$/.test(word)) return true;
  const language = lang.split('-')[0]?.toLowerCase() ?? '';
  return [SETS.get(language), SETS.get('en')].some((words) => words?.has(word) || words?.has(word.toLowerCase()));
}
