import type { JsonObject } from '../model/chart.js';
import { drawSpec, type Drawing } from './draw-spec.js';
import { frameFor, type Frame } from './frame.js';
import { readTitle } from './read-title.js';
import { readSize } from './read-svg.js';
import { SIZE, themeConfig } from './theme.js';

/** A drawing and what stands around it. */
export interface LaidOut {
  readonly drawing: Drawing;
  readonly frame: Frame;
}

/** Draws a chart at the size it asks for, or so that all of it has the width of a column of text. */
export async function layoutChart(written: JsonObject, source: string | undefined): Promise<LaidOut> {
  const { spec, title } = readTitle(written);
  const frame = frameFor(title, source, SIZE.width);
  const height = Math.max(SIZE.leastPlot, SIZE.height - frame.top - frame.bottom);
  if (hasOwnWidth(spec)) {
    const drawing = await drawSpec(spec, themeConfig({ width: SIZE.width, height, titleAbove: hasTitleAbove(spec) }));
    const { width } = readSize(drawing.svg);
    return { drawing, frame: frameFor(title, source, width) };
  }
  if (isComposed(spec)) return { drawing: await drawToWidth(spec), frame };
  const fit = { ...spec, width: SIZE.width, autosize: { type: 'fit', contains: 'padding' } };
  return {
    drawing: await drawSpec(fit, themeConfig({ width: SIZE.width, height, titleAbove: hasTitleAbove(spec) })),
    frame,
  };
}

/** True when the writer has said how wide something is. */
function hasOwnWidth(spec: JsonObject): boolean {
  const { width } = spec;
  if (width !== undefined && width !== 'container') return true;
  return parts(spec).some(hasOwnWidth);
}

/** Views side by side, which Vega cannot fit into a width. */
function isComposed(spec: JsonObject): boolean {
  if (['concat', 'hconcat', 'vconcat', 'facet', 'repeat', 'spec'].some((key) => key in spec)) return true;
  const { encoding } = spec;
  return isMapping(encoding) && ['facet', 'row', 'column'].some((channel) => channel in encoding);
}

/**
 * The whole's width grows in a straight line with the width of its parts, since labels and gaps keep theirs:
 * two trials tell the line, a third drawing has the width that was wanted.
 */
async function drawToWidth(spec: JsonObject): Promise<Drawing> {
  const plain = withoutContainer(spec);
  const titleAbove = hasTitleAbove(spec);
  const trial = (width: number): Promise<Drawing> =>
    drawSpec(
      plain,
      themeConfig({ width, height: Math.min(300, Math.max(110, Math.round(width * PART_SHAPE))), titleAbove }),
    );
  const first = await trial(TRIALS[0]);
  if (first.problems.length > 0) return first;
  const second = await trial(TRIALS[1]);
  const narrow = readSize(first.svg).width;
  const slope = (readSize(second.svg).width - narrow) / (TRIALS[1] - TRIALS[0]);
  if (slope < 0.5) return second;
  const width = TRIALS[0] + (SIZE.width - narrow) / slope;
  return trial(Math.min(SIZE.width, Math.max(LEAST_PART, Math.floor(width))));
}

const TRIALS = [100, 200] as const;
const PART_SHAPE = 0.68;
const LEAST_PART = 60;

/** True when a vertical axis of numbers shows its title, which the theme sets above it. */
function hasTitleAbove(spec: JsonObject): boolean {
  const { encoding } = spec;
  const y = isMapping(encoding) && isMapping(encoding['y']) ? encoding['y'] : undefined;
  if (y && (y['type'] === 'quantitative' || 'aggregate' in y)) {
    const { axis, title } = y;
    const shown = isMapping(axis) && 'title' in axis ? axis['title'] : title;
    if (axis !== null && shown !== null && shown !== '') return true;
  }
  return parts(spec).some(hasTitleAbove);
}

function withoutContainer(spec: JsonObject): JsonObject {
  const { width, ...rest } = spec;
  return width === 'container' || width === undefined ? rest : spec;
}

function parts(spec: JsonObject): JsonObject[] {
  const lists = ['layer', 'concat', 'hconcat', 'vconcat'].flatMap((key): unknown => spec[key] ?? []);
  return [...lists, spec['spec']].filter(isMapping);
}

function isMapping(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
