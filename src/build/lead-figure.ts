import type { Story } from '../model/story.js';
import { plainText } from '../render/page/plain-text.js';

/** A key figure, as words. */
export interface LeadFigure {
  readonly value: string;
  readonly label: string;
}

/** What stands for a draft without a picture in a list: the first of its key figures, unless that is a sentence. */
export function leadFigure({ keyFigures: [first] }: Pick<Story, 'keyFigures'>): LeadFigure | undefined {
  if (!first) return undefined;
  const value = plainText(first.value);
  return value.length > LONGEST ? undefined : { value, label: plainText(first.label) };
}

/** Characters that stand in a narrow column on one line. */
const LONGEST = 10;
