import type { JsonObject } from '../model/chart.js';
import type { Direction } from './direct-texts.js';
import { drawSpec, type Drawing } from './draw-spec.js';
import { findFaults, isCrowded, LEAST_SIZE, type Seen } from './find-faults.js';
import { frameFor, type Frame } from './frame.js';
import { isMirrored } from './is-mirrored.js';
import { labelLines } from './label-lines.js';
import { giveHeight } from './give-height.js';
import { mirrorTexts } from './mirror-texts.js';
import type { FrameWords } from './read-title.js';
import { readSize } from './read-svg.js';
import { scaleBars } from './scale-bars.js';
import { PRINT_HEIGHT, SHAPES, type Shape } from './shapes.js';
import { isMapping, specParts } from './spec-parts.js';
import { themeConfig } from './theme.js';
import { turnNames } from './turn-names.js';
import { wrapNames } from './wrap-names.js';

/** A drawing and what stands around it. */
export interface LaidOut {
  readonly drawing: Drawing;
  readonly frame: Frame;
}

/** Draws a chart at the size it asks for, or so that all of it has the width that there is. */
export async function layoutChart(written: JsonObject, words: FrameWords, shape: Shape): Promise<LaidOut> {
  const sized = scaleBars(giveHeight(written), shape.width / SHAPES.page.width);
  const spec = isMirrored(sized, shape) ? mirrorTexts(sized) : sized;
  const hand = { direction: shape.setting?.direction, fonts: shape.fonts };
  const frame = frameFor(words, shape.width, hand);
  const height = Math.max(shape.leastPlot, shape.height - frame.top - frame.bottom);
  if (hasOwnWidth(spec)) {
    const drawing = await draw(spec, { width: shape.width, height, shape });
    return { drawing, frame: frameFor(words, Math.max(readSize(drawing.svg).width, LEAST_FRAME), hand) };
  }
  if (isComposed(spec)) return { drawing: await drawToWidth(spec, shape), frame };
  const view = { width: shape.width, height, shape };
  const labelled = labelLines(spec, shape);
  const direct = labelled && (await drawToFit(labelled, view));
  // Names that lie on each other where lines end together are better read in a legend
  const isRead = direct?.problems.length === 0 && findFaults(direct.texts, seenAs(direct, shape)).length === 0;
  return { drawing: isRead ? direct : await drawToFit(spec, view), frame };
}

/** Fits a chart into its room; where legends and labels leave little of that to the plot, the chart becomes higher. */
async function drawToFit(spec: JsonObject, view: View): Promise<Drawing> {
  // A height that the writer gives is the plot's, as it is anywhere with Vega-Lite.
  const type = 'height' in spec ? 'fit-x' : 'fit';
  const fit = { autosize: { type, contains: 'padding' }, ...spec, width: view.width };
  const first = await draw(fit, view);
  const missing = LEAST_PLOT - first.plotHeight;
  const isLow = type === 'fit' && first.problems.length === 0 && missing > 0;
  const higher = isLow ? { ...view, height: view.height + Math.ceil(missing) } : view;
  return drawInside(fit, isLow ? await draw(fit, higher) : first, higher);
}

/** Once more with a margin where words of the plot, e.g. behind a bar, run out: Vega fits what it has seen before. */
async function drawInside(spec: JsonObject, drawing: Drawing, view: View): Promise<Drawing> {
  const out = (of: Drawing): { readonly left: number; readonly right: number } => ({
    left: Math.max(0, Math.ceil(-reach(of).left)),
    right: Math.max(0, reach(of).right - view.shape.width),
  });
  const { left, right } = out(drawing);
  if (drawing.problems.length > 0 || left + right === 0 || Math.max(right, left) > MOST_MARGIN) return drawing;
  const next = await draw(spec, { ...view, margin: { left, right: right > 0 ? right + ROOM : 0 } });
  const still = out(next);
  return next.problems.length === 0 && still.left + still.right < left + right ? next : drawing;
}

const ROOM = 2;
/** More than this is a text that the writer has placed there. */
const MOST_MARGIN = 80;

function seenAs({ svg }: Drawing, shape: Shape): Seen {
  return { ...readSize(svg), shown: shape.width, leastSize: LEAST_SIZE.screen };
}

interface View {
  readonly width: number;
  readonly height: number;
  readonly shape: Shape;
  readonly step?: number;
  readonly margin?: { readonly left: number; readonly right: number } | undefined;
}

/** CSS pixels between the axes. */
const LEAST_PLOT = 120;

/** A title over a narrow drawing has this width to stand in. */
const LEAST_FRAME = 240;

/** Draws; while names below the axis lie on each other, once more in less room. */
async function draw(spec: JsonObject, view: View): Promise<Drawing> {
  const first = await drawLegend(spec, view);
  if (first.problems.length > 0) return first;
  const wrapped = wrapNames(spec, first.texts, view.shape);
  const inLines = wrapped && (await drawLegend(wrapped.spec, { ...view, step: wrapped.step }));
  if (inLines?.problems.length === 0 && !isCrowded(inLines.texts)) return inLines;
  if (!isCrowded(first.texts)) return first;
  for (const turned of turnNames(spec)) {
    const next = await drawLegend(turned, view);
    if (next.problems.length === 0 && !isCrowded(next.texts)) return next;
  }
  return first;
}

/** Draws; while a legend is wider than all there is, once more with fewer columns in it. */
async function drawLegend(spec: JsonObject, view: View): Promise<Drawing> {
  const { direction } = view.shape.setting ?? {};
  const settings = { ...view, titleAbove: hasTitleAbove(spec), mirrored: isMirrored(spec, view.shape) };
  const first = await drawSpec(spec, themeConfig(settings), view.shape);
  let best = first;
  for (const legendColumns of LEGEND_COLUMNS) {
    if (best.problems.length > 0 || spread(best, direction) <= view.shape.width + 1) break;
    const next = await drawSpec(spec, themeConfig({ ...settings, legendColumns }), view.shape);
    if (spread(next, direction) < spread(best, direction)) best = next;
  }
  return best;
}

const LEGEND_COLUMNS = [4, 3, 2, 1];

/** How far a drawing and its words reach: what a fitted drawing has no room for, it lets run out where reading ends. */
function spread(drawing: Drawing, direction: Direction = 'ltr'): number {
  const { left, right } = reach(drawing);
  const ends = Math.max(readSize(drawing.svg).width, Math.floor(right));
  return direction === 'ltr' ? ends : ends - Math.ceil(left);
}

function reach({ texts }: Drawing): { readonly left: number; readonly right: number } {
  return {
    left: Math.min(0, ...texts.map((text) => text.left)),
    right: Math.max(0, ...texts.map((text) => text.right)),
  };
}

/** True when the writer has said how wide something is. */
export function hasOwnWidth(spec: JsonObject): boolean {
  const { width } = spec;
  if (width !== undefined && width !== 'container') return true;
  return specParts(spec).some(hasOwnWidth);
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
async function drawToWidth(spec: JsonObject, shape: Shape): Promise<Drawing> {
  const plain = withoutContainer(spec);
  const rowHeight = isInRows(spec) ? await fitRows(plain, shape) : undefined;
  const trial = async (part: number): Promise<Trial> => {
    const height = rowHeight ?? Math.min(300, Math.max(110, Math.round(part * PART_SHAPE)));
    const drawing = await draw(plain, { width: part, height, shape });
    return { part, drawing, whole: readSize(drawing.svg).width };
  };
  let before = await trial(Math.round(shape.width * TRIALS[0]));
  if (before.drawing.problems.length > 0) return before.drawing;
  let last = await trial(Math.round(shape.width * TRIALS[1]));
  for (let step = 0; step < MOST_STEPS && Math.abs(shape.width - 1 - last.whole) > 1; step += 1) {
    const slope = (last.whole - before.whole) / (last.part - before.part);
    if (!(slope >= 0.5)) break;
    const part = Math.floor(last.part + (shape.width - last.whole) / slope);
    const next = Math.min(shape.width, Math.max(LEAST_PART, part));
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

/** The height of each of many rows: so low that the whole, on paper no higher than a figure may be, can still be read. */
async function fitRows(spec: JsonObject, shape: Shape): Promise<number> {
  if (shape.width < SHAPES.page.width) return ROW_HEIGHT;
  const heightOf = async (height: number): Promise<number> =>
    readSize((await draw(spec, { width: Math.round(shape.width * TRIALS[0]), height, shape })).svg).height;
  const whole = await heightOf(ROW_HEIGHT);
  if (!(whole > MOST_READ)) return ROW_HEIGHT;
  const perPixel = (whole - (await heightOf(LEAST_ROW))) / (ROW_HEIGHT - LEAST_ROW);
  return Math.max(LEAST_ROW, Math.floor(ROW_HEIGHT - (whole - MOST_READ) / perPixel));
}

/** CSS pixels: lower rows show no shape. */
const LEAST_ROW = 56;
/** The height at which labels are as small on paper as they may be. */
const MOST_READ = Math.floor((PRINT_HEIGHT * 13) / LEAST_SIZE.paper) - 2;

/** Parts of one chart below each other are compared, and seen together. */
function isInRows({ encoding, facet }: JsonObject): boolean {
  return [encoding, facet].some((at) => isMapping(at) && 'row' in at && !('column' in at));
}

const ROW_HEIGHT = 120;
const MOST_STEPS = 3;
/** As parts of the width there is. */
const TRIALS = [0.18, 0.305] as const;
const PART_SHAPE = 0.68;
const LEAST_PART = 60;

/** True when a vertical axis shows its title, which the theme sets above it: that of numbers unless it is taken away, others where it is written. */
function hasTitleAbove(spec: JsonObject): boolean {
  const { encoding } = spec;
  const y = isMapping(encoding) && isMapping(encoding['y']) ? encoding['y'] : undefined;
  if (y) {
    const { axis, title, type } = y;
    const shown = isMapping(axis) && 'title' in axis ? axis['title'] : title;
    const isOfNumbers = type === 'quantitative' || 'aggregate' in y;
    if (axis !== null && shown !== null && shown !== '' && (isOfNumbers || shown !== undefined)) return true;
  }
  return specParts(spec).some(hasTitleAbove);
}

function withoutContainer(spec: JsonObject): JsonObject {
  const { width, ...rest } = spec;
  return width === 'container' || width === undefined ? rest : spec;
}
