import type { Json, JsonObject } from '../model/chart.js';

/** A title that the frame sets. */
export interface FrameTitle {
  readonly title: string;
  readonly subtitle: string;
}

/** The words around a drawing. */
export interface FrameWords extends FrameTitle {
  readonly source: string | undefined;
}

/** A drawing with nothing around it. */
export const NO_WORDS: FrameWords = { title: '', subtitle: '', source: undefined };

/**
 * Takes the title out of a specification, because Vega does not wrap it.
 * A title with settings of its own (an anchor, an expression) is left to Vega.
 */
export function readTitle(spec: JsonObject): { readonly spec: JsonObject; readonly title: FrameTitle } {
  const { title, ...rest } = spec;
  const plain = readText(title);
  if (plain !== undefined) return { spec: rest, title: { title: plain, subtitle: '' } };
  if (typeof title === 'object' && title !== null && !Array.isArray(title)) {
    const { text, subtitle = '', ...settings } = title as JsonObject;
    const words = readText(text);
    const below = readText(subtitle);
    if (words !== undefined && below !== undefined && Object.keys(settings).length === 0)
      return { spec: rest, title: { title: words, subtitle: below } };
  }
  return { spec, title: { title: '', subtitle: '' } };
}

/** A text, or a list of lines. */
function readText(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return undefined;
  const lines: readonly unknown[] = value;
  return lines.every((line) => typeof line === 'string') ? lines.join('\n') : undefined;
}
