import type { AxisLocale } from '../model/chart.js';
import type { Style } from '../model/style.js';
import type { Decimal } from './decimal.js';
import type { NumberHedge, StatedNumber } from './number-range.js';

/** How many things there are, as far as grammar cares. */
type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** Of what is counted. */
export type Gender = 'm' | 'f';

/** How a phrase stands in its sentence: nominative, accusative or genitive. */
export type Case = 'nom' | 'acc' | 'gen';

/** What numbers follow, in a language that has it. */
export interface Agreement {
  readonly gender: Gender;
  readonly case: Case;
  /** The counted noun comes right behind the number. */
  readonly isCounting?: boolean;
}

/** Everything a language says: helpers decide, a pack words it. A second language fills the same interface. */
export interface LocalePack {
  /** A BCP 47 tag. */
  readonly lang: string;
  readonly numbers: NumberForms;
  readonly nouns: NounForms;
  readonly phrases: Phrases;
  readonly dates: DateForms;
  readonly durations: DurationForms;
  readonly lists: ListForms;
  readonly reading: ReadingForms;
  readonly charts: ChartWords;
  /** Forms of a noun behind a number that it has besides those for one and for many, and that `count` asks for. */
  readonly nounForms?: readonly ('two' | 'few')[] | undefined;
  /** Its numbers follow the gender of what is counted, and its phrases the case they stand in: helpers ask for both. */
  readonly agrees?: true;
  /** The same with Arabic-Indic digits, for `numbers: {digits: arab}`. */
  readonly arab?: LocalePack | undefined;
}

/** How numbers are written. */
export interface NumberForms {
  readonly decimalMark: string;
  readonly minus: string;
  /** The number in words; `undefined` where it is too large to be read, or its words follow what nobody said. */
  readonly words: (number: Decimal, agreement?: Agreement) => string | undefined;
  readonly category: (number: Decimal) => PluralCategory;
  /** `twenty-first`; `undefined` where it is too large to be read. */
  readonly ordinalWords: (number: Decimal, gender?: Gender) => string | undefined;
  /** `21st`; `digits` is the number as house style writes it. */
  readonly ordinalDigits: (number: Decimal, digits: string) => string;
  /** `1.2 million`; `undefined` for a number that is not said so. `factor` writes what stands before the name. */
  readonly scaled: (number: Decimal, factor: (number: Decimal) => string) => string | undefined;
  /** `3–7` of digits; `three to seven` of words and of numbers with a minus. */
  readonly range: (low: string, high: string, mark: 'dash' | 'word') => string;
  /** What becomes of Western digits and the marks among them; `undefined` leaves them. */
  readonly written?: ((latin: string) => string) | undefined;
}

/** A regular plural, or the reason why the writer has to give it. */
export type PluralForm = { readonly plural: string } | { readonly doubt: 'compound' | 'already-plural' | 'not-a-word' };

/** How nouns change with a number. */
export interface NounForms {
  readonly plural: (singular: string) => PluralForm;
}

/** Whether the words stand for exactly the value, or for one just above or below it. */
export type Hedge = 'exact' | 'almost' | 'more';

/** A part that has a name of its own. */
export type NamedPart =
  | 'half'
  | 'third'
  | 'quarter'
  | 'fifth'
  | 'tenth'
  | 'two-thirds'
  | 'three-quarters'
  | 'two-fifths'
  | 'three-fifths'
  | 'four-fifths'
  | 'nine-tenths';

/** How one number compares with another, decided but not worded. */
export type Ratio =
  | { readonly kind: 'same' }
  /** Within 5% of each other, but not the same. */
  | { readonly kind: 'near'; readonly side: 'above' | 'below' }
  | { readonly kind: 'twice'; readonly hedge: Hedge }
  | {
      readonly kind: 'multiple';
      readonly number: string;
      readonly category: PluralCategory;
      /** The same as a percentage, where the number is not whole. */
      readonly percent: string | undefined;
      readonly hedge: Hedge;
    }
  | { readonly kind: 'part'; readonly part: NamedPart; readonly hedge: Hedge }
  | { readonly kind: 'percent'; readonly percent: string };

/** What is compared: things that are counted, an amount, or nothing yet (`19 times` alone). */
export type RatioFrame = 'many' | 'much' | 'bare';

/** How many of a total, decided but not worded. */
export type PartOf =
  | { readonly kind: 'all'; readonly total: string }
  | { readonly kind: 'both' }
  | { readonly kind: 'only' }
  | { readonly kind: 'none'; readonly total: string }
  | { readonly kind: 'neither' }
  /** There is one, and it is not counted. */
  | { readonly kind: 'not-one' }
  | { readonly kind: 'all-but'; readonly exceptions: string; readonly excepted: bigint; readonly total: string }
  | { readonly kind: 'some'; readonly number: string; readonly category: PluralCategory; readonly total: string };

/** A noun for a part of things; `two` in a language that has a form for it. */
export interface PartNoun {
  readonly one: string;
  readonly other: string;
  readonly two?: string | undefined;
}

/** What a sentence can refer to: a chart, a table, a picture from a file. */
export type Shown = 'chart' | 'table' | 'file';

/** Phrases around a number, and for what is shown. */
export interface Phrases {
  /** `no operations`; `undefined` where the writer has to say it. */
  readonly none: ((noun: string) => string) | undefined;
  /** `seven operations`. */
  readonly counted: (number: string, noun: string) => string;
  readonly atLeast: (phrase: string) => string;
  readonly lessThan: (number: string) => string;
  readonly moreThan: (number: string) => string;
  /** `ninety-two per cent`, where a sentence starts with it. */
  readonly percentInWords: (number: string) => string;
  /** `an 11-day`, before what lasts so long; `printed` is the number as house style writes it. */
  readonly measured: (number: Decimal, printed: string, noun: string) => string;
  /** `of 11 days`, behind what lasts so long, in a language where that is where a measure stands. */
  readonly measuring?: ((counted: string) => string) | undefined;
  /** `four percentage points`. */
  readonly points: (number: string, category: PluralCategory, kase?: Case) => string;
  /** `up 4 percentage points`: the writer's own word for the direction, and how far. */
  readonly led: (lead: string, amount: string) => string;
  /** `up 20%`. */
  readonly change: (direction: 'up' | 'down', amount: string) => string;
  readonly unchanged: string;
  /** `two-thirds`, `just over a third`. */
  readonly part: (part: NamedPart, hedge: Hedge, kase?: Case) => string;
  /** The same with nothing behind it, where that has a form of its own. */
  readonly partAlone?: ((part: 'third' | 'two-thirds') => string) | undefined;
  readonly about: (number: string) => string;
  readonly nearly: (number: string) => string;
  /** All, almost all and none of something, `none` of the attacks, and so many percent; `none` only where a noun can say it. */
  readonly shares: {
    readonly all: string;
    readonly almostAll: string;
    readonly none: string | undefined;
    readonly percent: (written: string) => string;
  };
  /**
   * `all but one of the 12 attacks`; `of` is the writer's own `of its recent attacks`. `undefined` for what the language
   * says by other means than a noun.
   */
  readonly partOf: (part: PartOf, noun: PartNoun, of: string | undefined, agreement?: Agreement) => string | undefined;
  /** `all but one of the 12 attacks have`. */
  readonly withVerb: (part: string, verb: string) => string;
  /** Whether a verb behind `partOf` is the one for one thing. */
  readonly isSingular: (part: PartOf) => boolean;
  /** `two others`, at the end of a list. */
  readonly others: (number: string, category: PluralCategory) => string;
  /** `this graph`, in the post that carries it. */
  readonly thisOne: (kind: Shown) => string;
  /** `Figure 2`, in a page. */
  readonly numbered: (kind: Shown, number: number) => string;
  /** Around the rows of a table. */
  readonly table: {
    /** In a cell whose value nobody knows, and what a line below the table says of it. */
    readonly unknown: string;
    readonly unknownNote: string;
    /** `10 of 46 rows`. */
    readonly rowsShown: (shown: string, all: string) => string;
    readonly rows: (all: string, category: PluralCategory) => string;
    readonly total: string;
    /** `All 46 rows`, at the head of a total of more than is shown. */
    readonly totalOfAll: (all: string) => string;
    /** How its alt text begins: `Table “Ships a week”: Harbour; Ships`. */
    readonly described: (title: string, heads: string) => string;
    /** In the alt text, for rows that it has no room for. */
    readonly moreRows: (count: number) => string;
    /** Below its picture. */
    readonly source: (names: string) => string;
    readonly illustrative: string;
  };
  readonly thisPost: string;
  /** The opening post of a thread, where it carries no number. */
  readonly firstPost: string;
  /** `post 3`. */
  readonly post: (number: number) => string;
  /** `19 times as many`. */
  readonly ratio: (ratio: Ratio, frame: RatioFrame, kase?: Case) => string;
}

/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** How days and months are written. */
export interface DateForms {
  /** `19 September`, `19 September 2021`. */
  readonly long: (day: Day, withYear: boolean) => string;
  /** `11 Sep`, `11 Sep 2021`. */
  readonly short: (day: Day, withYear: boolean) => string;
  readonly thisMonth: string;
  readonly lastMonth: string;
  readonly thisWeek: string;
  readonly lastWeek: string;
  /** `the week of 6 September`; `first` is its first day. */
  readonly weekOf: (first: string) => string;
  /** `June`. */
  readonly monthName: (day: Day) => string;
  /** `October last year`. */
  readonly monthLastYear: (day: Day) => string;
  /** `June 2021`. */
  readonly monthAndYear: (day: Day) => string;
  /** `Jan ’21`; the year in full where two digits could be another century. */
  readonly monthShort: (day: Day, fullYear: boolean) => string;
  /** `19–26 September`, `28 August to 2 September 2020`; two years are both said, whatever `withYear` is. */
  readonly daySpan: (first: Day, last: Day, withYear: boolean) => string;
  /** `June/July 2020` for neighbours, `March to July 2020`; two years are both said, whatever `withYear` is. */
  readonly monthSpan: (first: Day, last: Day, withYear: boolean) => string;
}

/** How long something lasts, and how far one day lies from another. */
export interface DurationForms {
  /** `three weeks`. */
  readonly lasting: (unit: 'day' | 'week' | 'year', number: string, category: PluralCategory, kase?: Case) => string;
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
  /** `on Sunday`; 0 is Sunday. */
  readonly onWeekday: (weekday: number) => string;
  /** `on 9 June`. */
  readonly onDay: (day: string) => string;
  readonly sameDay: string;
  readonly dayBefore: string;
  readonly dayAfter: string;
  /** `three days earlier`. */
  readonly daysEarlier: (number: string) => string;
  readonly daysLater: (number: string) => string;
  /** `since 30 August`, `since August 2019`. */
  readonly since: (when: string) => string;
  /** `since records began in January 2019`. */
  readonly sinceRecordsBegan: (month: string) => string;
}

/** `A and B`, `A or B`, `either A or B`. */
export type ListKind = 'and' | 'or' | 'either';

/** How lists are joined. */
export interface ListForms {
  /** What may stand before the last item. */
  readonly conjunctions: readonly string[];
  readonly join: (
    items: readonly string[],
    options: { readonly kind: ListKind; readonly serialComma: boolean },
  ) => string;
}

/** What a phrase says about a number, or why it says none. */
export type NumberReading =
  | {
      readonly stated: StatedNumber;
      readonly hedge: NumberHedge;
      /** The words before the number, of the number, and of a hedge behind it; comparable. */
      readonly front: string;
      readonly number: string;
      readonly behind: string;
      /** The words behind all that, comparable. */
      readonly rest: string;
      /** True of words that only a share or a ratio can be: `100%`, `all`, `as many`. */
      readonly isRatio: boolean;
      readonly problem?: undefined;
    }
  /** `before`: words stand before the number that are neither a lead nor a hedge. */
  | { readonly problem: 'none' | 'many' | 'before' };

/** How words are read, for the claims that writers type. */
export interface ReadingForms {
  /** Reads a phrase of comparable words: a lead or a hedge, one number, a noun. */
  readonly number: (comparable: string) => NumberReading;
  /** How words before a number take it, if they judge it: `only` for small, `as many as` for large. */
  readonly slant: (front: string) => 'small' | 'large' | undefined;
  /** Says whether words behind a number would make it another one: `seven or eight`, `seven not eight`. */
  readonly isUnclear: (rest: string) => boolean;
}

/** A value that stands out, and what it is the value of where that is one thing only. */
interface Extreme {
  readonly value: string;
  readonly label: string | undefined;
}

/** Sentences that tell a chart to those who cannot see it. */
export interface ChartWords {
  /** `Bar chart`; `undefined` for a mark that has no common name. */
  readonly kind: (mark: string | undefined) => string | undefined;
  /** `Bar chart: Boats a day.`; the title may be empty. */
  readonly headed: (kind: string | undefined, title: string) => string;
  /** `average of boats`; `undefined` for an operation that has no common name. */
  readonly aggregate: (operation: string, field: string) => string | undefined;
  /** `Shows boats by day, 1–7 September 2021.`; `by` may be empty. */
  readonly shows: (what: string, by: string, range: string | undefined) => string;
  /** `12 values`: how many there are of what a chart compares. */
  readonly items: (number: string, count: number) => string;
  /** `Highest: 12 (7 September); lowest: two (1 September); first: two; last: 12.` */
  readonly values: (facts: {
    readonly highest: Extreme;
    readonly lowest: Extreme;
    /** How many values there are. */
    readonly count: number;
    readonly ends: readonly [string, string] | undefined;
  }) => string;
  /** How axes write numbers and days; `undefined` where they do as Vega does by itself, in English. */
  readonly axis?: ((numbers: Style['numbers']) => AxisLocale | undefined) | undefined;
  /** `It is drawn in 2 layers.` */
  readonly parts: (kind: 'layer' | 'chart', count: number) => string;
}
