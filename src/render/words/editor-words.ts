import { inLanguage, type InLanguage } from './in-language.js';

const ENGLISH = {
  changed: 'What changed',
  nothing: 'No figure changed',
  noLock: 'No draft has a lock to compare with.',
  gone: 'No longer published',
  was: 'Was',
  is: 'Is',
  allTheSame: 'Changed all the same:',
  ifWrong: 'If what was published was wrong',
  line: 'Line',
  whatIf: 'What if the data changed',
  unread: 'No draft could be read.',
  idle: 'Claims that nothing made false',
  tried: 'Tried:',
  readsNothing: 'It reads nothing that can change',
  failures: 'Changes under which a query fails',
  sentences: 'Sentence by sentence',
  unchanged: 'Nothing that was tried changes it.',
  comma: ',',
  open: '“',
  close: '”',
  failed: 'Fails',
  disliked: 'Odd',
  left: 'Left out',
  said: 'Says',
  same: 'Same words',
} as const;

/** The words of the pages for editors, on what changed and on what would; messages and queries are not among them. */
export type EditorWords = Readonly<Record<keyof typeof ENGLISH, string>>;

const ARABIC: EditorWords = {
  changed: 'ما الذي تغير',
  nothing: 'لم يتغير أي رقم',
  noLock: 'لا قفل لأي مسودة تُقارن به.',
  gone: 'لم يعد منشوراً',
  was: 'كان',
  is: 'صار',
  allTheSame: 'تغير مع ذلك:',
  ifWrong: 'إن كان ما نُشر خطأ',
  line: 'السطر',
  whatIf: 'ماذا لو تغيرت البيانات',
  unread: 'تعذرت قراءة أي مسودة.',
  idle: 'عبارات لم ينقضها شيء',
  tried: 'جُرّب:',
  readsNothing: 'لا تقرأ شيئاً يمكن أن يتغير',
  failures: 'تغييرات يفشل معها استعلام',
  sentences: 'جملة جملة',
  unchanged: 'لا يغيرها شيء مما جُرّب.',
  comma: '،',
  open: '«',
  close: '»',
  failed: 'يفشل',
  disliked: 'مريب',
  left: 'يُحذف',
  said: 'يقول',
  same: 'الكلمات نفسها',
};

/** The words of the pages for editors in a language, else in English. */
export function editorWords(lang: string): InLanguage<EditorWords> {
  return inLanguage(lang, { en: ENGLISH, ar: ARABIC });
}
