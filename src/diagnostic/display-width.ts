/** Columns a terminal takes, near enough for a table: two for wide and emoji characters, none for marks. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** The start of a text that fits into so many columns, with `…` where something is cut. */
export function cutToWidth(text: string, most: number): string {
  if (displayWidth(text) <= most) return text;
  let width = 1;
  let end = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > most) break;
    end += character.length;
  }
  return `${text.slice(0, end)}…`;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

function widthOf(character: string): number {
  if (/[\p{M}\u200b-\u200d\ufeff]/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
