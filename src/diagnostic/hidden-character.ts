/**
 * What reorders a line or ends one unseen: control characters but tabs and line ends, and the embeddings, overrides
 * and isolates of Unicode's bidirectional algorithm (UAX 9, read 2026-11-24). The marks of direction (U+200E, U+200F,
 * U+061C) and joiners (U+200C, U+200D), which writing from right to left and emoji need, reorder nothing.
 */
const HIDDEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The first character of a text that nobody sees and that changes what is seen; its name and its number. */
export function hiddenCharacter(text: string): { index: number; name: string; code: number } | undefined {
  const index = text.search(HIDDEN);
  if (index < 0) return undefined;
  const code = text.charCodeAt(index);
  return { index, name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, code };
}

/** A text without its hidden characters, and how many they were. */
export function withoutHidden(text: string): { readonly text: string; readonly count: number } {
  const kept = text.replace(new RegExp(HIDDEN, 'g'), '');
  return { text: kept, count: text.length - kept.length };
}
