import { arabicCount } from './arabic-count.js';
import { inLanguage } from './in-language.js';

/** Words around counts and records of a page. */
export interface RecordWords {
  /** Between words in a row. */
  readonly comma: string;
  /** `12 table cells`. */
  readonly tableCells: (cells: number) => string;
  /** `3 rows`; `text` is the number as it is written. */
  readonly rows: (rows: number, text: string) => string;
  /** `3 rows of places`. */
  readonly rowsOf: (rows: number, query: string) => string;
  /** `, rows 1–2`, behind a column. */
  readonly inRows: (isOne: boolean, ranges: string) => string;
  /** ` and 3 more`, behind values. */
  readonly more: (values: number) => string;
  /** What the data says of a claim that holds. */
  readonly holds: string;
  /** What the box of a task says. */
  readonly done: string;
  readonly notDone: string;
  readonly minutes: (minutes: number) => string;
  /** `700 words, reckoned at 228 a minute.` */
  readonly reckoned: (words: number, text: string, rate: number) => string;
  /** `Back to reference 1`, `1-2` for its second place: how a note leads back. */
  readonly back: (note: number, place: number) => string;
}

/** The words of records in a language, else in English. */
export function recordWords(lang: string): RecordWords {
  return inLanguage(lang, { en: ENGLISH, ar: ARABIC }).words;
}

const ENGLISH: RecordWords = {
  comma: ', ',
  tableCells: (cells) => `${cells} table cells`,
  rows: (rows, text) => `${text} ${rows === 1 ? 'row' : 'rows'}`,
  rowsOf: (rows, query) => `${rows} ${rows === 1 ? 'row' : 'rows'} of ${query}`,
  inRows: (isOne, ranges) => `, ${isOne ? 'row' : 'rows'} ${ranges}`,
  more: (values) => ` and ${values} more`,
  holds: 'true',
  done: 'Done',
  notDone: 'Not done',
  minutes: (minutes) => `${minutes} min read`,
  reckoned: (_, text, rate) => `${text} words, reckoned at ${rate} a minute.`,
  back: (note, place) => `Back to reference ${noteName(note, place)}`,
};

const CELLS = { one: 'خلية', two: 'خليتان', few: 'خلايا', many: 'خلية' };
const ROWS = { one: 'صف', two: 'صفان', few: 'صفوف', many: 'صفاً' };
const WORDS = { one: 'كلمة', two: 'كلمتان', few: 'كلمات', many: 'كلمة' };
const MINUTES = { one: 'دقيقة', two: 'دقيقتان', few: 'دقائق', many: 'دقيقة' };

const ARABIC: RecordWords = {
  comma: '، ',
  tableCells: (cells) => `${arabicCount(written(cells), CELLS)} في جدول`,
  rows: (rows, text) => (rows === 0 ? 'لا صفوف' : arabicCount({ value: rows, text }, ROWS)),
  rowsOf: (rows, query) => `${rows === 0 ? 'لا صفوف' : arabicCount(written(rows), ROWS)} من ${query}`,
  inRows: (isOne, ranges) => `، ${isOne ? 'الصف' : 'الصفوف'} ${ranges}`,
  more: (values) => ` و${values} غيرها`,
  holds: 'صحيح',
  done: 'منجز',
  notDone: 'غير منجز',
  minutes: (minutes) => `القراءة: ${arabicCount(written(minutes), MINUTES)}`,
  reckoned: (words, text, rate) => `${arabicCount({ value: words, text }, WORDS)}، بمعدل ${rate} في الدقيقة.`,
  back: (note, place) => `عودة إلى الإحالة ${noteName(note, place)}`,
};

function noteName(note: number, place: number): string {
  return place > 1 ? `${note}-${place}` : String(note);
}

function written(value: number) {
  return { value, text: String(value) };
}
