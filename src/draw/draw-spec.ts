import { compile, type Config, type TopLevelSpec } from 'vega-lite';
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Json, JsonObject } from '../model/chart.js';
import { alignHeads } from './align-heads.js';
import { belowZero } from './below-zero.js';
import { clipMarks, runsOut } from './clip-marks.js';
import { hasRowsWithoutNumber } from './has-rows-without-number.js';
import { centreLabels } from './centre-labels.js';
import { findLosses, type Losses } from './find-losses.js';
import { haloTexts, withHalos } from './halo-texts.js';
import { hasMarks } from './has-marks.js';
import { listTexts, type SceneText } from './list-texts.js';
import { measureText, readWeight } from './measure-text.js';
import { mergeRepeats } from './merge-repeats.js';
import { mirrorLegends } from './mirror-legends.js';
import { openLoader } from './open-loader.js';
import { openLog } from './open-log.js';
import type { OwnFonts } from './own-fonts.js';
import { partLabels } from './part-labels.js';
import { marksOf, sceneOf } from './scene.js';
import type { Shape } from './shapes.js';
import { isMapping } from './spec-parts.js';

/** A drawing as Vega makes it, or what is wrong with it. */
export interface Drawing {
  readonly svg: string;
  readonly problems: readonly string[];
  readonly texts: readonly SceneText[];
  /** CSS pixels between the axes; of several plots, what Vega counts as such. */
  readonly plotHeight: number;
  readonly losses: Losses;
}

/**
 * Draws a Vega-Lite specification as SVG, without a canvas, a network, a file, `eval`, a clock or chance.
 * Vega counts ids and seeds its random numbers for the whole process: one drawing at a time.
 */
export async function drawSpec(
  spec: JsonObject,
  config: Config,
  { fonts, setting }: Pick<Shape, 'fonts' | 'setting'>,
): Promise<Drawing> {
  const log = openLog();
  const loader = openLoader();
  let view: vega.View | undefined;
  try {
    setIn = fonts;
    untyped.setRandom(untyped.randomLCG(1));
    vega.resetSVGDefIds();
    // The chart stage has looked at the shape; whatever else is wrong with it, Vega-Lite throws or logs.
    const compiled = compile(spec as unknown as TopLevelSpec, { config, logger: log }).spec;
    const open = async (graph: vega.Spec): Promise<vega.View> => {
      const runtime = vega.parse(graph, undefined, { ast: true });
      const made = new vega.View(runtime, { renderer: 'none', logger: log, loader, expr: expressionInterpreter });
      view = made;
      return made.runAsync();
    };
    view = await open(compiled);
    if (runsOut(view)) {
      view.finalize();
      view = await open(clipMarks(compiled));
    }
    const marks = countMarks(view);
    if (marks > MOST_MARKS) return nothing([`The drawing has ${marks.toString()} marks`]);
    mergeRepeats(view);
    partLabels(view);
    centreLabels(view);
    if (setting?.direction !== 'rtl') alignHeads(view);
    if (setting?.direction === 'rtl') mirrorLegends(view);
    if (!hasOwnPaper(spec)) haloTexts(view);
    const svg = withHalos(await view.toSVG());
    const problems = [...loader.refused.map(refusal), ...log.problems];
    const isEmpty = !hasMarks(view);
    // Where a filter may have left no row, that is what is wrong, and not each field of nothing
    const isFiltered = isEmpty && holdsFilter(spec);
    for (const [field, problem] of log.numberless)
      if (!isFiltered && (isEmpty || hasRowsWithoutNumber(field, compiled, view))) problems.push(problem);
    const losses = findLosses(spec, view);
    problems.push(...belowZero(compiled, view));
    if (problems.length === 0 && losses.isAll) problems.push('The drawing has lone points alone');
    if (problems.length === 0 && isEmpty) problems.push('The drawing is empty');
    return { svg, texts: listTexts(view, fonts), problems, plotHeight: view.height(), losses };
  } catch (error) {
    const thrown = error instanceof Error ? error.message : String(error);
    return nothing([...loader.refused.map(refusal), ...log.problems, thrown]);
  } finally {
    view?.finalize();
  }
}

/** True where words would not stand on the page. */
function hasOwnPaper({ background, config }: JsonObject): boolean {
  return background !== undefined || (isMapping(config) && 'background' in config);
}

function holdsFilter(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    Object.hasOwn(value, 'filter') ||
    Object.entries(value).some(([key, item]) => key !== 'datasets' && holdsFilter(item))
  );
}

/** More than a picture can show, and than a page should carry. */
const MOST_MARKS = 50_000;

function countMarks(view: vega.View): number {
  let count = 0;
  for (const { items = [] } of marksOf(sceneOf(view))) count += items.length;
  return count;
}

function nothing(problems: readonly string[]): Drawing {
  const losses = { emptyParts: [], lonePoints: 0, isAll: false };
  return { svg: '', texts: [], plotHeight: 0, problems, losses };
}

function refusal(uri: string): string {
  return `Loading \`${uri}\` was refused`;
}

// Exports that the typings do not list.
interface Untyped {
  readonly textMetrics: {
    width: (item: { fontSize?: number; fontWeight?: unknown; limit?: number }, text: unknown) => number;
  };
  readonly randomLCG: (seed: number) => () => number;
  readonly setRandom: (random: () => number) => void;
}
const untyped = vega as unknown as Untyped;

/** The fonts of the drawing that is under way. */
let setIn: OwnFonts;

// Vega guesses widths unless it is given a function.
untyped.textMetrics.width = ({ fontSize, fontWeight, limit }, text) => {
  const line = typeof text === 'string' || typeof text === 'number' ? String(text).trim() : '';
  if (line === '') return 0;
  const width = measureText(line, readWeight(fontWeight), fontSize ?? DEFAULT_SIZE, setIn);
  return limit !== undefined && limit > 0 ? Math.min(width, limit) : width;
};

/** Vega's own default. */
const DEFAULT_SIZE = 11;
