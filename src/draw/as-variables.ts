import { RAMP, ROLES } from './theme.js';

/**
 * Lets the page say what each colour of the theme is; a page that says nothing gets the same picture.
 * Colours that Vega computed are on the theme's ramp together or not at all: where the writer chose another scheme,
 * single ones that lie near it by chance would change in the dark, and the rest would not.
 */
export function asVariables(svg: string): string {
  const isRamp = (svg.match(/(?<=<[^>]+ (?:fill|stroke|stop-color)=")rgb\([\d, ]+\)/gi) ?? []).every(
    (computed) => variableOf(readColor(computed), BETWEEN) !== undefined,
  );
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/ (fill|stroke|stop-color)="(#[0-9a-f]{6}|rgb\([\d, ]+\))"/gi, (whole, attribute: string, written) => {
      const text = String(written);
      const isComputed = text.startsWith('rgb');
      const color = isComputed && !isRamp ? undefined : variableOf(readColor(text), isComputed ? BETWEEN : EXACT);
      return color === undefined ? whole : ` ${attribute}="${color}"`;
    }),
  );
}

const ROLE_OF: ReadonlyMap<string, string> = new Map(Object.entries(ROLES).map(([role, hex]) => [hex, role]));

type Color = readonly [number, number, number];

/** Vega goes from step to step in a curve: what it computes lies near the straight way; what is written lies on it. */
const BETWEEN = 12;
const EXACT = 0;

function variableOf(color: Color, slack: number): string | undefined {
  const role = ROLE_OF.get(hexOf(color));
  return role === undefined ? onRamp(color, slack) : `var(--chart-${role}, ${hexOf(color)})`;
}

/** A colour between two steps of the theme's ramp, as a mixture of these: a page sets the steps alone. */
function onRamp(color: Color, slack: number): string | undefined {
  for (const [index, from] of STEPS.entries()) {
    const to = STEPS[index + 1] ?? from;
    const part = partBetween([from, to], color, slack);
    if (part === undefined) continue;
    if (part === 0) return step(index);
    return `color-mix(in srgb, ${step(index)}, ${step(index + 1)} ${String(Math.round(part * 1000) / 10)}%)`;
  }
  return undefined;
}

/** How far a colour lies from one to another, 0 to 1; `undefined` when it does not lie between them. */
function partBetween([from, to]: readonly [Color, Color], color: Color, slack: number): number | undefined {
  const way = to.map((value, index) => value - (from[index] ?? 0));
  const length = way.reduce((sum, value) => sum + value * value, 0);
  const dot = way.reduce((sum, value, index) => sum + value * ((color[index] ?? 0) - (from[index] ?? 0)), 0);
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, dot / length));
  const near = way.every((value, index) => Math.abs((from[index] ?? 0) + value * part - (color[index] ?? 0)) <= slack);
  return near ? part : undefined;
}

function step(index: number): string {
  return `var(--chart-ramp-${(index + 1).toString()}, ${RAMP[index] ?? ''})`;
}

function readColor(written: string): Color {
  const parts = written.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(written.slice(at, at + 2), 16))
    : (written.match(/\d+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = parts;
  return [red, green, blue];
}

function hexOf(color: Color): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const STEPS = RAMP.map(readColor);
