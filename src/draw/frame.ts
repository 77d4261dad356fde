import { directTexts, type Direction } from './direct-texts.js';
import { LEAST_SIZE } from './find-faults.js';
import type { OwnFonts } from './own-fonts.js';
import type { FrameWords } from './read-title.js';
import { POST_MARGIN, POST_WIDTH } from './shapes.js';
import { escapeXml, rounded } from './svg-text.js';
import { ROLES, TYPE, type TextStyle } from './theme.js';
import { wrapText } from './wrap-text.js';

/** The texts around a drawing, as SVG, and the room they take. */
export interface Frame {
  /** Title and subtitle, from the top down. */
  readonly head: string;
  readonly top: number;
  /** The source line, from its own top down. */
  readonly foot: string;
  readonly bottom: number;
  /** 0 without words. */
  readonly width: number;
}

/**
 * Sets a chart's title, subtitle and source line for a width in CSS pixels; around a drawing that a post shows smaller than
 * it is, so much larger that they are read there.
 */
export function frameFor(
  { title, subtitle, source }: FrameWords,
  width: number,
  { direction = 'ltr', fonts }: { readonly direction?: Direction | undefined; readonly fonts?: OwnFonts } = {},
): Frame {
  const head = new TextBlock(width, direction, fonts);
  head.add(title, readable(TYPE.title, width), ROLES.ink);
  head.add(subtitle, readable(TYPE.subtitle, width), ROLES.muted);
  const foot = new TextBlock(width, direction, fonts);
  foot.add(source ?? '', readable(TYPE.source, width), ROLES.muted);
  return {
    head: directTexts(head.svg, direction),
    top: head.height === 0 ? 0 : head.height + GAP_BELOW_HEAD,
    foot: directTexts(foot.svg, direction),
    bottom: foot.height === 0 ? 0 : foot.height + GAP_ABOVE_FOOT,
    width: head.height + foot.height === 0 ? 0 : width,
  };
}

function readable({ size, line, weight }: TextStyle, width: number): TextStyle {
  const least = (LEAST_SIZE.screen * (width + 2 * POST_MARGIN)) / POST_WIDTH;
  const scale = Math.max(1, Math.ceil((100 * least) / size) / 100);
  return { size: size * scale, line: line * scale, weight };
}

/** The room between a frame's foot and the drawing above it. */
export const GAP_ABOVE_FOOT = 12;
const GAP_BELOW_HEAD = 14;
const GAP_INSIDE = 3;

/** Where a line's letters stand in it, as a part of its height: the middle of what is above and below in this font. */
export const BASELINE = 0.76;

class TextBlock {
  svg = '';
  height = 0;

  constructor(
    readonly width: number,
    readonly direction: Direction,
    readonly fonts: OwnFonts,
  ) {}

  add(
    text: string,
    style: { readonly size: number; readonly line: number; readonly weight: number },
    color: string,
  ): void {
    const lines = wrapText(text, style, this.width, this.fonts);
    if (lines.length === 0) return;
    if (this.height > 0) this.height += GAP_INSIDE;
    const place = this.direction === 'rtl' ? `x="${rounded(this.width)}" text-anchor="end"` : 'x="0"';
    for (const line of lines) {
      const y = rounded(this.height + style.line * BASELINE);
      this.svg += `<text ${place} y="${y}" font-size="${rounded(style.size)}" font-weight="${style.weight}" fill="${color}">${escapeXml(line)}</text>`;
      this.height += style.line;
    }
  }
}
