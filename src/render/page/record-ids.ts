import type { Answers } from '../../model/answers.js';
import type { Story } from '../../model/story.js';
import { claimRecords } from './claim-records.js';
import { figureRecords } from './figure-records.js';

/** For each figure and claim of a page that is read on a screen, by its id, the id of its record in "How we know". */
export function recordIds(story: Story, answers: Answers): ReadonlyMap<string, string> {
  const { checked, acknowledged, said } = claimRecords(story, answers);
  const records = [...figureRecords(story, answers, { rowsApart: true }), ...checked, ...acknowledged, ...said];
  return new Map(records.flatMap(({ id, figures }) => figures.map((figure) => [figure, id] as const)));
}
