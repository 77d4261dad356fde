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
  const fit = { autosize: { type: 'fit', contains: 'padding' }, ...spec, width: SIZE.width };
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
 * The whole's width grows nearly in a straight line with the width of its parts, since labels and gaps keep theirs:
 * two trials tell the line, the next drawing has the width that was wanted, or one more.
 */
async function drawToWidth(spec: JsonObject): Promise<Drawing> {
  const plain = withoutContainer(spec);
  const titleAbove = hasTitleAbove(spec);
  const trial = async (part: number): Promise<Trial> => {
    const height = Math.min(300, Math.max(110, Math.round(part * PART_SHAPE)));
    const drawing = await drawSpec(plain, themeConfig({ width: part, height, titleAbove }));
    return { part, drawing, whole: readSize(drawing.svg).width };
  };
  let before = await trial(TRIALS[0]);
  if (before.drawing.problems.length > 0) return before.drawing;
  let last = await trial(TRIALS[1]);
  for (let step = 0; step < MOST_STEPS && Math.abs(SIZE.width - 1 - last.whole) > 1; step += 1) {
    const slope = (last.whole - before.whole) / (last.part - before.part);
    if (!(slope >= 0.5)) break;
    const part = Math.floor(last.part + (SIZE.width - last.whole) / slope);
    const next = Math.min(SIZE.width, Math.max(LEAST_PART, part));
    if (next === last.part) break;
    before = last;
    last = await trial(next);
  }
  return last.drawing;
}

interface Trial {
  /** The width given to each part, and the whole's that came of it. */
  readonly part: number;
  readonly whole: number;
  readonly drawing: Drawing;
}

const MOST_STEPS = 3;
const TRIALS = [130, 220] as const;
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
