import type { AxisLocale, JsonObject } from '../model/chart.js';
import { directTexts } from './direct-texts.js';
import type { Losses } from './find-losses.js';
import { GAP_ABOVE_FOOT } from './frame.js';
import { layoutChart } from './layout-chart.js';
import type { SceneText } from './list-texts.js';
import type { Sheet } from './protocol.js';
import { findForeign, readInside, readSize, readText } from './read-svg.js';
import type { FrameWords } from './read-title.js';
import { LONGEST_SIDE, type Shape } from './shapes.js';
import { cleanXml, rounded } from './svg-text.js';
import { CHART_FAMILY } from './theme.js';

/** A drawing of a chart and the texts in it, with the size of what these stand in. */
export interface DrawnSheet {
  readonly sheet: Sheet;
  readonly texts: readonly SceneText[];
  readonly losses: Losses;
  /** CSS pixels, without the words around it. */
  readonly width: number;
  readonly height: number;
}

/** Draws a chart once, with words around it; ids begin with `scope`. */
export async function drawSheet(
  spec: JsonObject,
  words: FrameWords,
  shape: Shape,
  scope: string,
): Promise<DrawnSheet | { readonly problems: readonly string[] }> {
  const { direction = 'ltr' } = shape.setting ?? {};
  const { drawing, frame } = await layoutChart(spec, words, shape);
  if (drawing.problems.length > 0) return { problems: drawing.problems };
  const foreign = findForeign(drawing.svg);
  if (foreign !== undefined) return { problems: [`The drawing holds \`${foreign.trim()}\``] };

  const { width, height } = readSize(drawing.svg);
  if (!(width > 0 && height > 0)) return { problems: ['The drawing has no size'] };
  if (Math.max(width, height) > LONGEST_SIDE)
    return { problems: [`The drawing measures ${width.toString()} by ${height.toString()}`] };
  const plain = withoutFamily(roundNumbers(scopeIds(cleanXml(readInside(drawing.svg)), scope)));
  const inside = directTexts(inNumerals(plain, shape.setting?.locale), direction);
  const footTop = frame.top + height + GAP_ABOVE_FOOT;
  // Where the words around it are wider, the drawing stands below their first letters
  const left = direction === 'rtl' ? Math.max(0, frame.width - width) : 0;
  const body = [
    frame.head && `<g fill="none">${frame.head}</g>`,
    `<g transform="translate(${rounded(left)},${rounded(frame.top)})">${inside}</g>`,
    frame.foot && `<g transform="translate(0,${rounded(footTop)})">${frame.foot}</g>`,
  ].join('');
  const sheet = {
    body,
    width: Math.ceil(Math.max(width, frame.width)),
    height: Math.ceil(frame.top + height + frame.bottom),
    text: readText(body),
  };
  return { sheet, texts: drawing.texts, losses: drawing.losses, width, height };
}

/** Vega writes numbers in the digits of its locale, but days in Western ones; a name with foreign letters keeps its own. */
function inNumerals(svg: string, locale: AxisLocale | undefined): string {
  if (!locale) return svg;
  return svg.replace(/>([^<>]*\d[^<>]*)</g, (whole, text: string) =>
    /[a-z&]/i.test(text) ? whole : `>${text.replace(/\d/g, (digit) => locale.numerals[Number(digit)] ?? digit)}<`,
  );
}

/** Texts take the family that the root names for all of them. */
function withoutFamily(svg: string): string {
  return svg.replaceAll(` font-family="${CHART_FAMILY}"`, '');
}

/** Vega numbers its clips and gradients from one in every drawing; on a page, many drawings meet. */
function scopeIds(svg: string, name: string): string {
  const scope = name.replace(/[^\w-]/gu, (character) => `u${character.codePointAt(0)?.toString(16) ?? ''}`);
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(
      /(\bid="|url\(#)((?:p_)?gradient_\d+|clip\d+)/g,
      (_, before: string, id: string) => `${before}chart-${scope}-${id}`,
    ),
  );
}

/** Hundredths of a pixel are enough, and the same on every machine. */
function roundNumbers(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(
      / (d|transform|x|y|x1|x2|y1|y2|width|height|points)="([^"]*)"/g,
      (_, attribute: string, value: string) => {
        return ` ${attribute}="${value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?|-?\d+(?:\.\d+)?e-\d+/g, (number) => rounded(Number(number)))}"`;
      },
    ),
  );
}
