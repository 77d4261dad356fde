import { numberWords } from '../figure/english/number-words.js';

/** What English prose looks like where it claims something: the words that lints look for. */

const SMALL = Array.from(
  { length: 98 },
  (_, index) => numberWords({ digits: BigInt(index + 2), scale: 0 }, true) ?? '',
);
const LARGE = [
  'hundred',
  'hundreds',
  'thousand',
  'thousands',
  'million',
  'millions',
  'billion',
  'billions',
  'dozen',
  'dozens',
];
const UNITS = SMALL.slice(0, 8);

/** A number in words, `one` aside, which is seldom a count; longer ones first. */
const NUMBER_WORD = [...SMALL, ...LARGE].sort((a, b) => b.length - a.length).join('|');
const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const SEASON = 'spring|summer|autumn|fall|winter';
const WEEKDAY = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';

/** What may stand glued to a number and leaves it one: `3bn`, `17pc`, `412p`, `2.5km`; `40k`, but no `4K`. */
const UNIT = String.raw`(?:bn|tn|mn|m|pc|pp|p|kg|km|cm|mm|mph|kph|ft|lbs?|ha|hrs?|mins?|[kMGT]Wh?|[MGT]B|(?<=\d\d)k)(?![\p{L}\p{N}_])`;
/** `1,234`, `12.5%`, `$3bn`, `1.2m`. */
const DIGITS = String.raw`(?:(?:US|[AC])?[$€£¥])?\d+(?:[.,]\d+)*(?:%|${UNIT}|(?![.,]\d)(?=[^\p{L}\p{N}_]|$))`;
const WORDS = `(?:${NUMBER_WORD})(?:[ -](?:${NUMBER_WORD}))*|scores(?= of )`;
const PART = 'third|quarter|fifth|sixth|tenth';
/** What makes `half` and `a third` an amount where nothing behind them does. */
const AMOUNT = String.raw`(?<=\b(?:by|than|about|nearly|almost|over|under|around|roughly|least|just|only) )`;

/** Parts and multiples: `a third of`, `two-thirds`, `half the boats`, `twice as many`, `doubled`. */
const RATIO = [
  String.raw`(?:${WORDS})[ -](?:halves|(?:${PART})s)`,
  String.raw`(?:a|one)[ -](?:${PART}) (?:of(?! an? (?:century|hour|mile))|as (?:many|much)|more|fewer|less|higher|lower)`,
  String.raw`${AMOUNT}(?:a|one)[ -](?:${PART})(?! \p{L})`,
  String.raw`(?<!\b(?:first|second|other|latter|last|top|bottom|better) )half (?:of(?! an? )|the(?! (?:time|battle|story)\b)|its|their|all|as (?:many|much))`,
  String.raw`${AMOUNT}half(?! (?:an?|past)\b)`,
  String.raw`(?:${DIGITS}|${WORDS}) times as \p{L}+`,
  String.raw`(?:twice|thrice) (?:as \p{L}+|the (?:number|size|rate|share|level|average|usual))`,
  String.raw`(?:doubled|tripled|quadrupled|halved)(?! (?:as|back|down|over|up)\b)|(?:doubling|tripling|halving)(?! (?:as|back|down|over|up)\b)`,
].join('|');

/** Digits or number words: `7`, `1,234`, `12.5%`, `$3bn`, `seven`, `two dozen`; parts and multiples: `a third of`, `twice as many`. */
export const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:(?:${RATIO})(?![\p{L}\p{N}_])|${DIGITS}|${WORDS}(?![\p{L}\p{N}_]))`,
  'giu',
);

/** What has digits or number words in it and is no figure: a name, a date, a time, an address, a hashtag. */
export const NO_FIGURE = new RegExp(
  [
    // Hashtags, mentions, addresses
    String.raw`[#@][\p{L}\p{N}_]+|https?://\S+|www\.\S+|[\p{L}\p{N}-]+\.(?:com|org|net|int|gov|info|io)(?:/\S*)?`,
    // G7, COVID-19, F-16, 3D, 2nd; 9/11, 24/7; 10:30; 1.2.3
    String.raw`\p{L}[\p{L}\p{N}]*[-–]?\d[\p{L}\p{N}-]*|\d+(?!(?:st|nd|rd|th)\b|${UNIT})\p{L}[\p{L}\p{N}]*|\d+(?:st|nd|rd|th)\b|\d+/\d+(?:/\d+)?|\d{1,2}:\d{2}|\d+\.\d+\.\d+`,
    // 19 September 2021, September 19, May 2026, 2026-05-07, 1 a.m.
    String.raw`\d{1,2}(?:[–-]\d{1,2})? (?:${MONTH})\b\.?(?: \d{4})?|(?:${MONTH})\b\.? \d{1,2}(?:, \d{4}|(?![\p{L}\p{N}]))|\d{4}-\d{2}(?:-\d{2})?|\d{1,2} ?(?:a\.?m|p\.?m)\b`,
    // A year, a span of years
    String.raw`(?<![\p{N}.,])(?:1[5-9]|20)\d\d(?:[–/-]\d{2,4})?s?(?![\p{L}\p{N}]|[.,]\d|%)|[’']\d\ds?`,
    // Article 51, Figure 2, No. 10, FTSE 250
    String.raw`\b(?:Airbus|Apollo|Article|Annex|Act|Boeing|CAC|Category|Chapter|Channel|Class|DAX|Division|Figure|Flight|Formula|Fortune|FTSE|Group|Highway|Interstate|Level|Model|Nasdaq|Nikkei|No|Number|Page|Paragraph|Part|Phase|Point|Resolution|Room|Route|Russell|S&P|Section|Stage|Stoxx|Table|Terminal|Tier|Type|Unit|Version|Volume|Windows|World War|Brigade)\b\.? \d+(?:\.\d+)*`,
    String.raw`\bone (?:or two|another)\b|\btwo-way\b|\bsecond to none\b|\b(?:Big|Group of) (?:Four|Five|Six|Seven|Eight|Twenty)\b`,
  ].join('|'),
  'giu',
);

const EST =
  'highest|lowest|largest|smallest|biggest|greatest|deadliest|bloodiest|worst|longest|shortest|busiest|quietest|fastest|slowest|strongest|weakest|heaviest|costliest|fewest|steepest|sharpest';

const ORDINAL = 'second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
/** `the first half of this year` is a span of time. */
const SPAN = String.raw`(?:days?|weeks?|weekend|months?|quarters?|half|part|few|${NUMBER_WORD}|\d+)\b`;

/** `the most attacks`, `its busiest day`, `first time`, `its first this year`, `the only case`, `more than ever`, `on record`. */
export const SUPERLATIVE = new RegExp(
  String.raw`\b(?:(?:the|its|their|his|her|our) (?:(?:${ORDINAL}|single|few|two|three|four|five|ten)[ -])?(?:most|${EST})\b(?! of the time)|(?:the|its|their) (?:first|last|only) such\b|(?:the|its|their|his|her|our) first (?!${SPAN})(?:(?!was\b|is\b)[\p{L}-]+ ){0,3}?(?:(?:of )?this (?:year|month|week|season)|of the (?:year|season|war)|since|in (?:years|months|weeks|decades))\b|(?:the|its|their) only (?:attack|case|day|example|exception|incident|instance|month|occasion|week|year)\b|(?:more|fewer|less|higher|lower|larger|smaller|worse|busier|deadlier|longer) (?:\p{L}+ )?than ever\b|(?:for )?the first time|(?:last|only) time|on (?:our |the )?records?\b|(?:a )?record (?:high|low|number|level|total|year|month|week|day)s?\b|(?:a|new) record\b(?! (?:of|in|for|on)\b)|never before|unprecedented|all-time)`,
  'giu',
);

/** `yesterday`, `last month`, `on Monday`, `three days ago`. */
export const RELATIVE_DATE = new RegExp(
  String.raw`\b(?:yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|(?:last|next) (?:week|weekend|month|year|quarter|${SEASON}|${MONTH}|${WEEKDAY})|(?:on|this) (?:${WEEKDAY})(?! (?:the )?\d)|(?:${WEEKDAY}) (?:morning|evening|night)|earlier this (?:week|month|year)|(?:a|${UNITS.join('|')}|\d+) (?:day|week|month|year)s? ago|the day before yesterday)(?![\p{L}\p{N}_])`,
  'giu',
);

/** The same and `today`, `this week`; a page says as of when it speaks, so that `this month` is clear there. */
export const LASTING_DATE = new RegExp(
  String.raw`\b(?:the day before yesterday|yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|(?:this|last|next) (?:week|weekend|${WEEKDAY})|(?:last|next) (?:month|year|quarter|${SEASON}|${MONTH})|on (?:${WEEKDAY})(?! (?:the )?\d)|(?:a|${UNITS.join('|')}|\d+) (?:day|week|month|year)s? ago)(?![\p{L}\p{N}_]|[’'](?!s))`,
  'giu',
);

/** `three times less`, which readers take in two ways. */
export const TIMES_LESS = new RegExp(
  String.raw`\b(?:\d+(?:\.\d+)?|${NUMBER_WORD}) times (?:less|fewer|lower|smaller|shorter|slower|cheaper|rarer)\b`,
  'giu',
);

/** Whether words compare this month with a whole other one. */
export function comparesMonths(sentence: string): boolean {
  const other = String.raw`(?:last month|in (?:${MONTH})|(?:${MONTH}) (?:last year|\d{4}))`;
  const compared = String.raw`(?:than|compared (?:with|to)|up from|down from|as (?:many|much) as|against)`;
  return (
    /\bthis month\b/iu.test(sentence) &&
    new RegExp(String.raw`\b${compared}\b(?:\W+[\p{L}\p{N},.]+){0,4}?\W+${other}`, 'iu').test(sentence) &&
    !/\bsame (?:days|dates|period|stage|point|time)\b|\bto date\b|\bby (?:this|the same) (?:day|date|point|stage)\b|\ba day\b|\bdaily\b/iu.test(
      sentence,
    )
  );
}

/** A count and the list it introduces: `four provinces: A, B and C`. */
export const COUNTED_LIST = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?<count>\d{1,2}|${NUMBER_WORD}) (?:\p{L}[\p{L}-]* ){0,2}?\p{Ll}[\p{L}-]*s ?(?:: |—|– )(?<items>[^.;:!?—–()\n\uFFFC]+)`,
  'giu',
);

/** What has a verb in it, or begins with a participle, a pronoun or a preposition, and so is no item of a list. */
export const PART_OF_SENTENCE =
  /\b(?:was|were|is|are|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should)\b|^(?:asked|begun|bought|broken|brought|built|cut|done|drawn|driven|fed|found|gone|heard|held|hit|kept|killed|known|laid|led|left|lost|made|met|paid|put|read|run|said|seen|sent|set|shot|shown|sold|taken|thrown|told|written|won|\p{Ll}{2,}(?:ed|ing)|it|they|he|she|we|you|there|this|that|which|who|then|so|but|not|at|by|from|in|into|on|since|to|until|when|while|with|without) \S/u;

/** The number that a word or digits say; `undefined` for none. */
export function readCount(words: string): number | undefined {
  if (/^\d+$/.test(words)) return Number(words);
  const index = SMALL.indexOf(words.toLowerCase());
  return index < 0 ? undefined : index + 2;
}

/** Digits and words that say a whole number below ten. */
export const SMALL_DIGIT = /(?<![\p{L}\p{N}_.,/:–-])[2-9](?![\p{L}\p{N}_%/:–-]|[.,]\d)/gu;
export const SMALL_WORD = new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${UNITS.join('|')})(?![\p{L}\p{N}_-])`, 'iu');

/** What no `no boats` can follow: `nearly`, `at least`, `the`. */
export const BEFORE_NONE =
  /(?:^|[^\p{L}\p{N}_])(nearly|almost|about|around|roughly|approximately|at least|at most|up to|(?:more|fewer|less) than|over|some|only|another|a further|an additional|(?:the|its|their|our|these|those)(?: (?:first|last|other|next|past))?)\s+$/iu;

const HEDGE = String.raw`(?:about|around|roughly|approximately|some|nearly|almost|just (?:over|under)|over|under|(?:more|fewer|less) than|at (?:least|most)|up to)`;

/** What a phrase that is hedged already cannot follow: `about about 40`. */
export const HEDGE_BEFORE = new RegExp(String.raw`(?:^|[^\p{L}\p{N}_])(${HEDGE})\s+$`, 'iu');
export const HEDGED = new RegExp(String.raw`^${HEDGE} `, 'iu');

/** What a span or a range cannot follow: `between 3 to 7`, `from 9–12 May`. */
export const BETWEEN = /(?:^|[^\p{L}\p{N}_])(between)\s+$/iu;
export const FROM = /(?:^|[^\p{L}\p{N}_])(from)\s+$/iu;

/** A word that a count goes with: a plural, no verb and no pronoun. */
export const COUNTED_NOUN =
  /^ (?!(?:was|is|has|does|as|this|its|his|hers|ours|yes|us|less|plus|minus|across|versus|always|perhaps|times|others|days|weeks|months|years|points|percentage|gives|makes|does)\b)(\p{Ll}{3,}s)\b/u;
