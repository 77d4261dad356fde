import type { ChartSetting } from '../model/chart.js';

/** Which way words run. */
export type Direction = ChartSetting['direction'];

/**
 * Lets texts of an SVG that are written from right to left run so as a whole, numbers and foreign words within them too.
 * A drawing has no base direction that all renderers know, so each text stands between isolates (Unicode UAX 9).
 */
export function directTexts(svg: string, direction: Direction): string {
  return svg.replace(/>([^<>]+)</g, (whole, text: string) =>
    runsLeft(text, direction) ? `>\u2067${text}\u2069<` : whole,
  );
}

/** In words from right to left every text with such letters does; elsewhere one that begins with them. */
function runsLeft(text: string, direction: Direction): boolean {
  if (direction === 'rtl') return RIGHT_TO_LEFT.test(text);
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
}

/** Letters of the scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
