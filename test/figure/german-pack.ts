import { decimalDigits, decimalText, shiftDecimal, type Decimal } from '../../src/figure/decimal.js';
import type { Day, LocalePack, PartOf } from '../../src/figure/locale.js';
import { rational } from '../../src/figure/rational.js';

const SMALL = 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const WEEKDAYS = 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' ');
const PARTS = {
  half: 'die Hälfte',
  third: 'ein Drittel',
  quarter: 'ein Viertel',
  fifth: 'ein Fünftel',
  tenth: 'ein Zehntel',
  'two-thirds': 'zwei Drittel',
  'three-quarters': 'drei Viertel',
  'two-fifths': 'zwei Fünftel',
  'three-fifths': 'drei Fünftel',
  'four-fifths': 'vier Fünftel',
  'nine-tenths': 'neun Zehntel',
};
const UNITS = { day: ['Tag', 'Tage'], week: ['Woche', 'Wochen'], year: ['Jahr', 'Jahre'] } as const;

function name(day: Day): string {
  return MONTHS[day.month - 1] ?? '';
}

function words(number: Decimal): string | undefined {
  const small = number.scale === 0 ? SMALL[Number(number.digits)] : undefined;
  return small ?? (number.digits < 0n ? undefined : decimalText(number).replace('.', ' Komma '));
}

/** One and a half is singular here, to see who decides: the pack, as in French, or a helper. */
function category(number: Decimal): 'one' | 'other' {
  const { whole } = decimalDigits(number);
  return whole === '1' ? 'one' : 'other';
}

function partOf(part: PartOf, noun: { readonly one: string; readonly other: string }, of: string | undefined): string {
  const rest = (total: string): string => of ?? `der ${total} ${noun.other}`;
  switch (part.kind) {
    case 'all':
      return `sämtliche ${part.total} ${of ?? noun.other}`;
    case 'both':
      return `beide ${of ?? noun.other}`;
    case 'only':
      return `der einzige ${noun.one}`;
    case 'none':
      return `keiner ${rest(part.total)}`;
    case 'neither':
      return `keiner der beiden ${of ?? noun.other}`;
    case 'not-one':
      return `kein ${noun.one}`;
    case 'all-but':
      return `bis auf ${part.exceptions} sämtliche ${part.total} ${noun.other}`;
    case 'some':
      return `${part.number} ${rest(part.total)}`;
  }
}

/** A language that is like German: another order of words, a decimal comma, other plurals. For tests only. */
export const GERMAN: LocalePack = {
  lang: 'de-DE',
  numbers: {
    decimalMark: ',',
    minus: '−',
    words,
    category,
    ordinalWords: (number) => (number.digits <= 12n ? `${words(number) ?? ''}te` : undefined),
    ordinalDigits: (_, digits) => `${digits}.`,
    scaled: (number, factor) =>
      number.digits >= 1_000_000n * 10n ** BigInt(number.scale)
        ? `${factor(shiftDecimal(number, -6))} Millionen`
        : undefined,
    range: (low, high, mark) => (mark === 'dash' ? `${low}–${high}` : `${low} bis ${high}`),
  },
  nouns: { plural: (singular) => ({ plural: singular.endsWith('e') ? `${singular}n` : `${singular}e` }) },
  phrases: {
    none: (noun) => `keine ${noun}`,
    counted: (number, noun) => `${number} ${noun}`,
    atLeast: (phrase) => `mindestens ${phrase}`,
    lessThan: (number) => `weniger als ${number}`,
    moreThan: (number) => `mehr als ${number}`,
    percentInWords: (number) => `${number} Prozent`,
    measured: (_, printed, noun) => `${printed}-${noun}-lang`,
    points: (number, plural) => `${number} ${plural === 'one' ? 'Prozentpunkt' : 'Prozentpunkte'}`,
    led: (lead, amount) => `um ${amount} ${lead}`,
    change: (direction, amount) => `um ${amount} ${direction === 'up' ? 'gestiegen' : 'gefallen'}`,
    unchanged: 'unverändert',
    part: (part, hedge) => `${{ exact: '', almost: 'fast ', more: 'gut ' }[hedge]}${PARTS[part]}`,
    about: (number) => `etwa ${number}`,
    nearly: (number) => `knapp ${number}`,
    shares: { all: 'sämtliche', almostAll: 'fast sämtliche', none: 'keine', percent: (written) => written },
    partOf,
    withVerb: (part, verb) => `${verb} ${part}`,
    isSingular: (part) => part.kind === 'only' || part.kind === 'none' || part.kind === 'neither',
    others: (number, plural) => `${number} ${plural === 'one' ? 'weiterer' : 'weitere'}`,
    thisOne: (kind) => ({ chart: 'dieses Diagramm', table: 'diese Tabelle', file: 'dieses Bild' })[kind],
    numbered: (kind, number) => `${{ chart: 'Abbildung', table: 'Tabelle', file: 'Bild' }[kind]} ${number}`,
    table: {
      unknown: '–',
      unknownNote: '– steht für Unbekanntes.',
      rowsShown: (shown, all) => `${shown} von ${all} Zeilen`,
      rows: (all, plural) => `${all} ${plural === 'one' ? 'Zeile' : 'Zeilen'}`,
      total: 'Summe',
      totalOfAll: (all) => `Sämtliche ${all} Zeilen`,
      described: (title, heads) => `Tabelle „${title}“: ${heads}`,
      moreRows: (count) => `und ${count} weitere Zeilen`,
      source: (names) => `Quelle: ${names}`,
      illustrative: 'Erfundene Daten',
    },
    thisPost: 'dieser Beitrag',
    firstPost: 'der erste Beitrag',
    post: (number) => `Beitrag ${number}`,
    ratio: (ratio, frame) => {
      const much = frame === 'bare' ? '' : ' so viele';
      switch (ratio.kind) {
        case 'same':
          return `ebenso viele`;
        case 'near':
          return ratio.side === 'above' ? 'etwas darüber' : 'etwas darunter';
        case 'twice':
          return `doppelt${much}`;
        case 'multiple':
          return `${ratio.number}-mal${much}`;
        case 'part':
          return `${PARTS[ratio.part]}${much}`;
        case 'percent':
          return `${ratio.percent}${much}`;
      }
    },
  },
  dates: {
    long: (day, withYear) => `${day.day}. ${name(day)}${withYear ? ` ${day.year}` : ''}`,
    short: (day, withYear) => `${day.day}.${day.month}.${withYear ? day.year : ''}`,
    thisMonth: 'diesen Monat',
    lastMonth: 'vorigen Monat',
    thisWeek: 'diese Woche',
    lastWeek: 'vorige Woche',
    weekOf: (first) => `die Woche vom ${first}`,
    monthName: name,
    monthLastYear: (day) => `${name(day)} vorigen Jahres`,
    monthAndYear: (day) => `${name(day)} ${day.year}`,
    monthShort: (day, fullYear) => `${name(day).slice(0, 3)}. ${fullYear ? day.year : `’${day.year % 100}`}`,
    daySpan: (first, last, withYear) =>
      `${first.day}. ${name(first)} bis ${last.day}. ${name(last)}${withYear ? ` ${last.year}` : ''}`,
    monthSpan: (first, last, withYear) => `${name(first)} bis ${name(last)}${withYear ? ` ${last.year}` : ''}`,
  },
  durations: {
    lasting: (unit, number, plural) => `${number} ${UNITS[unit][plural === 'one' ? 0 : 1]}`,
    today: 'heute',
    yesterday: 'gestern',
    tomorrow: 'morgen',
    onWeekday: (weekday) => `am ${WEEKDAYS[weekday] ?? ''}`,
    onDay: (day) => `am ${day}`,
    sameDay: 'am selben Tag',
    dayBefore: 'tags zuvor',
    dayAfter: 'tags darauf',
    daysEarlier: (number) => `${number} Tage zuvor`,
    daysLater: (number) => `${number} Tage danach`,
    since: (when) => `seit ${when}`,
    sinceRecordsBegan: (month) => `seit Beginn der Zählung im ${month}`,
  },
  lists: {
    conjunctions: ['und', 'oder'],
    join: (items, { kind }) => {
      const joint = kind === 'and' ? 'und' : 'oder';
      const joined = [items.slice(0, -1).join(', '), items.at(-1) ?? ''].filter(Boolean).join(` ${joint} `);
      return kind === 'either' && items.length > 1 ? `entweder ${joined}` : joined;
    },
  },
  reading: {
    number: (comparable) => {
      const [first = '', ...rest] = comparable.split(' ');
      const value = SMALL.includes(first) ? SMALL.indexOf(first) : /^\d+$/.test(first) ? Number(first) : undefined;
      if (value === undefined) return { problem: 'none' };
      const stated = { number: rational(value), step: undefined };
      return { stated, hedge: 'none', front: '', number: first, behind: '', rest: rest.join(' '), isRatio: false };
    },
    slant: (front) => (front === 'nur' ? 'small' : undefined),
    isUnclear: (rest) => / oder | bis /.test(` ${rest} `),
  },
  charts: {
    kind: () => 'Diagramm',
    headed: (kind = 'Diagramm', title) => `${kind}: ${title}.`,
    aggregate: (operation, field) => `${field} (${operation})`,
    shows: (what, by) => `Zeigt ${what} nach ${by}.`,
    items: (number) => `${number} Werte`,
    values: ({ highest, lowest }) => `Höchster Wert: ${highest.value}; niedrigster: ${lowest.value}.`,
    parts: (_, count) => `Aus ${count} Teilen.`,
  },
};
