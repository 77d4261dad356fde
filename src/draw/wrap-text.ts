import { measureText } from './measure-text.js';

/** Breaks a text into lines that are no wider than `width`, at spaces only; a single word may be wider. */
export function wrapText(
  text: string,
  style: { readonly size: number; readonly weight: number },
  width: number,
): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/[ \t]+/).filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measureText(longer, style.weight, style.size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}
