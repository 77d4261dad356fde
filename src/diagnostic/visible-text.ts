/** What a terminal obeys or a reader never sees: control characters, and those that reorder a line. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Makes text of a draft, of data or of a file's name fit for one line of a terminal: `\u001b`, `\u202e`, `\n`. */
export function visibleLine(text: string): string {
  return text.replace(UNSEEN, escapeCharacter);
}

/** The same for text of more than one line. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleLine).join('\n');
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
