import type { CardWords } from '../model/card.js';
import { measureText } from './measure-text.js';
import { directTexts } from './direct-texts.js';
import type { Look } from './look.js';
import type { OwnFonts } from './own-fonts.js';
import { repaint } from './repaint.js';
import { BASELINE } from './frame.js';
import { rootStyle } from './post-svg.js';
import { escapeXml, rounded } from './svg-text.js';
import { ROLES } from './theme.js';
import { wrapText } from './wrap-text.js';

/** Draws the picture that stands for a brief where its address is shared: a PNG of 1200 by 630 pixels. */
export async function drawCard(words: CardWords, { colours, fonts }: Look = {}): Promise<Uint8Array> {
  // Loaded with the first card: a check draws none
  const { rasterise } = await import('./rasterise.js');
  const svg = repaint(cardSvg(words, fonts), colours);
  return rasterise(svg.replaceAll(CAUTION.color, colours?.['caution'] ?? CAUTION.color), fonts).png;
}

/** CSS pixels; the PNG has twice as many. */
const WIDTH = 600;
const HEIGHT = 315;
const MARGIN = 36;
const INNER = WIDTH - 2 * MARGIN;

const KICKER = { size: 15, weight: 600, color: ROLES.accent };
const LABEL = { size: 15, weight: 400, color: ROLES.muted };
const FOOT = { size: 13, weight: 400, color: ROLES.muted };
const CAUTION = { size: 13, weight: 600, color: '#8a4b00' };
const TITLE_SIZES = [40, 36, 32, 28, 25, 22, 20, 18];
const VALUE_SIZES = [56, 46, 38, 30, 24];

/** How a line is set. */
interface Hand {
  readonly size: number;
  readonly weight: number;
  readonly color: string;
}

/** The card as SVG: kicker and title from the top, the figure and the line of dates from the foot. */
export function cardSvg({ dir, kicker, title, figure, byline, caution }: CardWords, fonts?: OwnFonts): string {
  const parts: string[] = [];
  const isRight = dir === 'rtl';
  const set = (text: string, baseline: number, hand: Hand, indent = 0): void => {
    const x = isRight ? WIDTH - MARGIN - indent : MARGIN + indent;
    const anchor = isRight ? ' text-anchor="end"' : '';
    parts.push(
      `<text x="${rounded(x)}" y="${rounded(baseline)}"${anchor} font-size="${hand.size}" font-weight="${hand.weight}" fill="${hand.color}">${escapeXml(text)}</text>`,
    );
  };

  let top = 30;
  if (kicker !== '') {
    set(oneLine(kicker, KICKER, INNER, fonts), top + KICKER.size, KICKER);
    top += 28;
  }
  const footline = HEIGHT - 27;
  const room = caution === '' ? INNER : INNER - measureText(caution, CAUTION.weight, CAUTION.size, fonts) - 16;
  set(oneLine(byline, FOOT, room, fonts), footline, FOOT);
  if (caution !== '') {
    const x = isRight ? MARGIN : WIDTH - MARGIN;
    parts.push(
      `<text x="${x}" y="${footline}" text-anchor="${isRight ? 'start' : 'end'}" font-size="${CAUTION.size}" font-weight="${CAUTION.weight}" fill="${CAUTION.color}">${escapeXml(caution)}</text>`,
    );
  }
  const ruleAt = footline - 24;
  parts.push(`<path d="M${MARGIN},${ruleAt}H${WIDTH - MARGIN}" stroke="${ROLES.grid}" stroke-width="1"/>`);

  let bottom = ruleAt - 18;
  const value = figure && fitting(figure.value, VALUE_SIZES, INNER * 0.6, fonts);
  if (figure && value !== undefined) {
    const hand = { size: value, weight: 600, color: ROLES.accent };
    const indent = measureText(figure.value, hand.weight, hand.size, fonts) + 18;
    const labels = wrapText(figure.label, LABEL, INNER - indent, fonts).slice(0, 2);
    set(figure.value, bottom - 2, hand);
    for (const [index, line] of labels.entries())
      set(line, bottom - 2 - (labels.length - 1 - index) * 19, LABEL, indent);
    bottom -= value + 14;
  }

  const { size, lines } = setTitle(title, bottom - top, fonts);
  for (const [index, line] of lines.entries())
    set(line, top + (index + BASELINE) * size * LEADING, { size, weight: 600, color: ROLES.ink });

  const bar = isRight ? WIDTH - MARGIN - 56 : MARGIN;
  const frame =
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${ROLES.background}"/>` +
    `<rect x="${bar}" width="56" height="8" fill="${ROLES.accent}"/>`;
  const inside = directTexts(parts.join(''), dir);
  return `<svg ${rootStyle(inside, fonts)} width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${frame}${inside}</svg>\n`;
}

const LEADING = 1.14;

/** The largest size at which a title fits, its lines about equally long; one that fits at none is cut. */
function setTitle(
  title: string,
  height: number,
  fonts: OwnFonts,
): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of TITLE_SIZES) {
    const lines = balanced(title, size, fonts);
    if (lines.length * size * LEADING <= height) return { size, lines };
  }
  const size = TITLE_SIZES.at(-1) ?? 18;
  const most = Math.floor(height / (size * LEADING));
  const lines = wrapText(title, { size, weight: 600 }, INNER, fonts);
  const rest = lines.slice(most - 1).join(' ');
  return { size, lines: [...lines.slice(0, most - 1), oneLine(rest, { size, weight: 600, color: '' }, INNER, fonts)] };
}

/** The narrowest setting that has no more lines. */
function balanced(title: string, size: number, fonts: OwnFonts): readonly string[] {
  let best = wrapText(title, { size, weight: 600 }, INNER, fonts);
  for (let width = INNER - 12; width > INNER / 2; width -= 12) {
    const lines = wrapText(title, { size, weight: 600 }, width, fonts);
    if (lines.length > best.length) break;
    best = lines;
  }
  return best;
}

function fitting(text: string, sizes: readonly number[], width: number, fonts: OwnFonts): number | undefined {
  return sizes.find((size) => measureText(text, 600, size, fonts) <= width);
}

/** A text on one line, cut where it is too long. */
function oneLine(text: string, { size, weight }: Hand, width: number, fonts: OwnFonts): string {
  if (measureText(text, weight, size, fonts) <= width) return text;
  const [first = ''] = wrapText(text, { size, weight }, width - measureText(' …', weight, size, fonts), fonts);
  return `${first} …`;
}
