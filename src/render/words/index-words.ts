import { inLanguage, type InLanguage } from './in-language.js';

const ENGLISH = {
  title: 'Publications',
  illustrative: 'Illustrative data:',
  illustrativeLong: 'entries marked “illustrative” describe nothing that happened.',
  illustrativeFlag: 'illustrative',
  draftFlag: 'draft, not for publication',
  outputs: 'Outputs',
  files: 'Texts and data',
  years: 'Years',
  none: 'Nothing has been built yet. A draft that is built without an error is listed here.',
  brief: 'Brief',
  report: 'Report',
  thread: 'Thread',
  figures: 'Figures',
} as const;

/** The words of the index: of its frame, and of an entry. */
export type IndexWords = Readonly<Record<keyof typeof ENGLISH, string>>;

const ARABIC: IndexWords = {
  title: 'الإصدارات',
  illustrative: 'بيانات افتراضية:',
  illustrativeLong: 'ما يحمل علامة «افتراضية» لا يصف شيئاً حدث.',
  illustrativeFlag: 'افتراضية',
  draftFlag: 'مسودة، ليست للنشر',
  outputs: 'صيغ النشر',
  files: 'النصوص والبيانات',
  years: 'السنوات',
  none: 'لم يُبن شيء بعد. وتُدرج هنا كل مسودة تُبنى دون خطأ.',
  brief: 'الموجز',
  report: 'التقرير',
  thread: 'سلسلة المنشورات',
  figures: 'الأرقام',
};

/** The words of the index in a language, else in English. */
export function indexWords(lang: string): InLanguage<IndexWords> {
  return inLanguage(lang, { en: ENGLISH, ar: ARABIC });
}
