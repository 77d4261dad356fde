import type { RootContent, PhrasingContent } from 'mdast';
import type { Draft } from '../model/draft.js';
import type { Span } from '../model/position.js';
import { draftNodes } from './draft-nodes.js';
import { FIGURE, NO_FIGURE, RELATIVE_DATE, SUPERLATIVE, TIMES_LESS } from './english.js';
import type { Finding } from './finding.js';
import type { Passage } from './passage.js';

/** Finds words that claim something about the data and follow none: typed outside tags and claims. */
export function lintTyped(passage: Passage, draft: Draft): Finding[] {
  const typed = typedText(passage);
  const names = matches(NO_FIGURE, typed);
  const dates = matches(RELATIVE_DATE, typed);
  const isPart = ({ start, end }: Span, others: readonly Span[]): boolean =>
    others.some((other) => start < other.end && other.start < end);
  const times = matches(TIMES_LESS, passage.text);
  return [
    ...matches(FIGURE, typed)
      .filter((found) => !isPart(found, [...names, ...dates]) && !isScale(passage, found))
      .map((found) =>
        finding(
          'unbound-figure',
          found,
          `Unexpected figure \`${words(passage, found)}\` that follows no data`,
          FIGURE_NOTE,
        ),
      ),
    ...matches(SUPERLATIVE, typed)
      .filter((found) => !isDecided(passage, found, draft))
      .map((found) =>
        finding(
          'unbound-superlative',
          found,
          `Unexpected \`${words(passage, found)}\` that follows no data`,
          SUPERLATIVE_NOTE,
        ),
      ),
    ...dates.map((found) =>
      finding('unbound-date', found, `Unexpected \`${words(passage, found)}\`, which is true on one day`, DATE_NOTE),
    ),
    ...times
      .filter(({ end }) => passage.units[end - 1]?.kind === 'typed')
      .map((found) =>
        finding('times-less', found, `Unexpected \`${words(passage, found)}\`, which nobody can reckon`, TIMES_NOTE),
      ),
  ];
}

const FIGURE_NOTE =
  'Compute it with `{{ }}`, check it with `[words](<check:…>)`, or give its reason: `[words](<check:ack "a name">)`';
const SUPERLATIVE_NOTE = 'Check it: `[words](check:NAME)`, or put it into `{{#if}}` with a query that decides it';
const DATE_NOTE = 'Compute it: `{{rel query.day}}`, `{{month query.day}}`';
const TIMES_NOTE = 'Write what is left: `a third as many`, or `{{times a b}}`';

/** The passage with everything blanked that was not merely typed. */
function typedText({ text, units }: Passage): string {
  return Array.from({ length: text.length }, (_, at) =>
    units[at]?.kind === 'typed' ? text.charAt(at) : '\uFFFC',
  ).join('');
}

function matches(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function words({ text }: Passage, { start, end }: Span): string {
  return text.slice(start, end);
}

function finding(rule: Finding['rule'], { start, end }: Span, reason: string, note: string): Finding {
  return { rule, start, end, reason, note };
}

/** `{{q.n}} million`. */
function isScale({ units }: Passage, { start }: Span): boolean {
  return units[start - 2]?.kind === 'computed';
}

/** A superlative that a condition let stand, or that names what is computed behind it: `the lowest was {{…}}`. */
function isDecided({ text, units }: Passage, { start, end }: Span, draft: Draft): boolean {
  const at = units[start]?.span.start ?? 0;
  if (conditionsOf(draft).some((span) => span.start <= at && at < span.end)) return true;
  const rest = /^[^.?!;]*/u.exec(text.slice(end))?.[0] ?? '';
  return units.slice(end, end + rest.length).some(({ kind }) => kind === 'computed');
}

const known = new WeakMap<Draft, readonly Span[]>();

function conditionsOf(draft: Draft): readonly Span[] {
  const spans = known.get(draft) ?? conditions(draftNodes(draft));
  known.set(draft, spans);
  return spans;
}

function conditions(nodes: readonly (RootContent | PhrasingContent)[]): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (node.type === 'block') {
      const inner = node.arms.flatMap(({ children }) => conditions(children));
      return node.name === 'only' || node.name === 'each' || node.name === 'with' ? inner : [node.span];
    }
    if (node.type === 'media') return conditions([...node.alt.children, ...(node.caption?.children ?? [])]);
    return 'children' in node ? conditions(node.children) : [];
  });
}
