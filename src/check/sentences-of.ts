import { sentenceStart } from '../figure/sentence-start.js';

/** A sentence of running text, and where it starts in it. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** Parts running text into its sentences. */
export function sentencesOf(text: string): Sentence[] {
  const starts = [0];
  for (let at = 1; at < text.length; at++)
    if (/\s/.test(text.charAt(at - 1)) && /\S/.test(text.charAt(at)) && sentenceStart(text.slice(0, at)) === 'sentence')
      starts.push(at);
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }));
}
