import { GAP_ABOVE_FOOT } from './frame.js';
import { layoutChart } from './layout-chart.js';
import type { DrawAnswer, DrawRequest } from './protocol.js';
import { findForeign, readInside, readSize, readText } from './read-svg.js';
import { rounded } from './svg-text.js';

/** Draws a chart with its title and source line: the work of the drawing process. */
export async function drawChart({ name, spec, source }: DrawRequest): Promise<DrawAnswer> {
  const { drawing, frame } = await layoutChart(spec, source);
  if (drawing.problems.length > 0) return { kind: 'failed', problems: drawing.problems };
  const foreign = findForeign(drawing.svg);
  if (foreign !== undefined) return { kind: 'failed', problems: [`The drawing holds \`${foreign.trim()}\``] };

  const { width, height } = readSize(drawing.svg);
  if (!(width > 0 && height > 0)) return { kind: 'failed', problems: ['The drawing has no size'] };
  const inside = roundNumbers(scopeIds(readInside(drawing.svg), name));
  const footTop = frame.top + height + GAP_ABOVE_FOOT;
  const body = [
    frame.head && `<g fill="none">${frame.head}</g>`,
    `<g transform="translate(0,${rounded(frame.top)})">${inside}</g>`,
    frame.foot && `<g transform="translate(0,${rounded(footTop)})">${frame.foot}</g>`,
  ].join('');
  return {
    kind: 'drawn',
    body,
    width: Math.ceil(width),
    height: Math.ceil(frame.top + height + frame.bottom),
    text: readText(body),
  };
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
