import type { Verdict } from '../../model/claim.js';
import type { Answers } from '../../model/answers.js';
import type { Figure, Story } from '../../model/story.js';
import { describeInputs, shownExpression } from './describe-inputs.js';
import { filesOf, type RecordStep } from './figure-records.js';
import { formatRanges } from './format-ranges.js';
import { groupBy } from './group-by.js';
import { recordWords, type RecordWords } from '../words/record-words.js';

/** A record's id on the page, and the ids of the claims it is about. */
interface RecordPlace {
  readonly id: string;
  readonly figures: readonly string[];
}

/** A claim of a page, for its "How we know": typed words and what they were held against. */
export interface ClaimRecord extends RecordPlace {
  readonly text: string;
  /** What was asked of the data; its inputs are what the data said. */
  readonly step: RecordStep;
  /** What the claim was compared with, where its words need not be the same: `12 boats`. */
  readonly found: string;
  readonly files: readonly string[];
  readonly lines: string;
}

/** Words that were not checked, with the reason why. */
export interface SpokenRecord extends RecordPlace {
  readonly text: string;
  readonly reason: string;
  readonly lines: string;
}

export interface ClaimRecords {
  /** Held against the data, and true: a page with a false one is never made. */
  readonly checked: readonly ClaimRecord[];
  readonly acknowledged: readonly SpokenRecord[];
  readonly said: readonly SpokenRecord[];
}

/** Lists the claims of a page in the order they stand, the same words with the same expression once. */
export function claimRecords(story: Story, answers: Answers, words: RecordWords = recordWords('en')): ClaimRecords {
  const claims = story.figures.filter(({ kind }) => kind === 'claim');
  const groups = groupBy(claims, ({ text, expression, inputs }) => JSON.stringify([text, expression, inputs]));
  const of = (...kinds: Verdict['kind'][]): readonly (readonly Figure[])[] =>
    groups.filter(([first]) => first?.verdict && kinds.includes(first.verdict.kind));
  return {
    checked: of('true').map((group, index) => ({
      ...placeOf('claim', index, group),
      ...checkedRecord(group, answers, words),
    })),
    acknowledged: of('acknowledged').map((group, index) => ({
      ...placeOf('ack', index, group),
      ...spokenRecord(group, words),
    })),
    said: of('said').map((group, index) => ({ ...placeOf('said', index, group), ...spokenRecord(group, words) })),
  };
}

function placeOf(kind: string, index: number, group: readonly Figure[]): RecordPlace {
  return { id: `${kind}-${index + 1}`, figures: group.map(({ id }) => id) };
}

function checkedRecord(
  group: readonly Figure[],
  answers: Answers,
  words: RecordWords,
): Omit<ClaimRecord, keyof RecordPlace> {
  const [first] = group;
  if (!first) throw new Error('A group has a claim');
  const { finding } = first;
  // Of a verdict the other columns of its row are the evidence
  const inputs = finding?.kind === 'verdict' && finding.evidence.length > 0 ? finding.evidence : first.inputs;
  const asked = { ...first, inputs };
  const expression = finding?.kind === 'verdict' ? first.expression : shownExpression(first);
  return {
    text: first.text,
    step: { expression, ...describeInputs([asked], answers, words) },
    found: foundText(first, words),
    files: filesOf(
      first.inputs.map(({ query }) => query),
      answers,
    ),
    lines: linesOf(group, words),
  };
}

function linesOf(group: readonly Figure[], { comma }: RecordWords): string {
  return formatRanges(
    group.map(({ place }) => place.line),
    comma,
  );
}

/** What the data says, where that is neither in the words nor in what was read. */
function foundText({ text, finding, inputs }: Figure, { holds }: RecordWords): string {
  if (finding?.kind === 'verdict') return holds;
  const said = finding?.kind === 'amount' ? finding.text : finding?.kind === 'words' ? finding.texts[0] : '';
  const isRead = inputs.some(({ value }) => value === said);
  return isRead || said.toLowerCase() === text.toLowerCase() ? '' : said;
}

function spokenRecord(group: readonly Figure[], words: RecordWords): Omit<SpokenRecord, keyof RecordPlace> {
  const [first] = group;
  const reason = first?.verdict && 'reason' in first.verdict ? first.verdict.reason : '';
  return { text: first?.text ?? '', reason, lines: linesOf(group, words) };
}
