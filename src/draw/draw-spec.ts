import { compile, type Config, type TopLevelSpec } from 'vega-lite';
import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { JsonObject } from '../model/chart.js';
import { hasMarks } from './has-marks.js';
import { listTexts, type SceneText } from './list-texts.js';
import { measureText, readWeight } from './measure-text.js';
import { openLoader } from './open-loader.js';
import { openLog } from './open-log.js';

/** A drawing as Vega makes it, or what is wrong with it. */
export interface Drawing {
  readonly svg: string;
  readonly problems: readonly string[];
  readonly texts: readonly SceneText[];
}

/**
 * Draws a Vega-Lite specification as SVG, without a canvas, a network, a file, `eval`, a clock or chance.
 * Vega counts ids and seeds its random numbers for the whole process: one drawing at a time.
 */
export async function drawSpec(spec: JsonObject, config: Config): Promise<Drawing> {
  const log = openLog();
  const loader = openLoader();
  let view: vega.View | undefined;
  try {
    untyped.setRandom(untyped.randomLCG(1));
    vega.resetSVGDefIds();
    // The chart stage has looked at the shape; whatever else is wrong with it, Vega-Lite throws or logs.
    const compiled = compile(spec as unknown as TopLevelSpec, { config, logger: log }).spec;
    const runtime = vega.parse(compiled, undefined, { ast: true });
    view = new vega.View(runtime, { renderer: 'none', logger: log, loader, expr: expressionInterpreter });
    await view.runAsync();
    const svg = await view.toSVG();
    const problems = [...loader.refused.map(refusal), ...log.problems];
    if (problems.length === 0 && !hasMarks(view)) problems.push('The drawing is empty');
    return { svg, texts: listTexts(view), problems };
  } catch (error) {
    const thrown = error instanceof Error ? error.message : String(error);
    return { svg: '', texts: [], problems: [...loader.refused.map(refusal), ...log.problems, thrown] };
  } finally {
    view?.finalize();
  }
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

// Vega guesses widths unless it is given a function.
untyped.textMetrics.width = ({ fontSize, fontWeight, limit }, text) => {
  const line = typeof text === 'string' || typeof text === 'number' ? String(text).trim() : '';
  if (line === '') return 0;
  const width = measureText(line, readWeight(fontWeight), fontSize ?? DEFAULT_SIZE);
  return limit !== undefined && limit > 0 ? Math.min(width, limit) : width;
};

/** Vega's own default. */
const DEFAULT_SIZE = 11;
