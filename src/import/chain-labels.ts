import type { Numbering } from '../model/draft.js';
import type { Label } from './post-labels.js';

/** The numbers of the posts of a text. */
export interface Chains {
  readonly place: Numbering['place'];
  readonly shape: Pick<Numbering, 'style' | 'place'>;
  /** The labels of each thread, in order. */
  readonly threads: readonly (readonly Label[])[];
}

/** Finds, among all that might number a post, the labels that do; `undefined` when posts have no numbers. */
export function chainLabels(labels: readonly Label[]): Chains | undefined {
  const families = new Map<string, Label[]>();
  for (const label of labels) {
    const key = `${label.place} ${label.shape}`;
    families.set(key, [...(families.get(key) ?? []), label]);
  }
  const candidates = [...families.values()]
    .map((family) => chain(family))
    .filter(isNumbering)
    .sort((a, b) => standing(b) - standing(a) || size(b) - size(a) || firstLine(a) - firstLine(b) || rank(a) - rank(b));
  const [best] = candidates;
  const first = best?.[0]?.[0];
  if (!best || !first) return undefined;
  return { place: first.place, shape: { style: styleOf(best), place: first.place }, threads: best };
}

type Threads = readonly (readonly Label[])[];

/** How many labels stand apart from the post beside them; the items of a list do not. */
function standing(threads: Threads): number {
  return size(threads.map((thread) => thread.filter(({ apart }) => apart)));
}

function size(threads: Threads): number {
  return threads.reduce((sum, { length }) => sum + length, 0);
}

function firstLine(threads: Threads): number {
  return threads[0]?.[0]?.line ?? 0;
}

/** A label on a line of its own heads its post, unless words stand above it. */
function rank(threads: Threads): number {
  return threads[0]?.[0]?.place === 'end' ? 1 : 0;
}

/** One number proves little: it must stand clear at the very start and be no fraction. */
function isNumbering(threads: Threads): boolean {
  const [first] = threads;
  const [label, second] = first ?? [];
  if (!label) return false;
  if (second || threads.length > 1) return true;
  const isFraction = label.isOfAll && label.shape === '/';
  return label.place === 'start' && label.apart && label.clear && !isFraction && label.number <= 2;
}

function styleOf(threads: Threads): Numbering['style'] {
  const [first] = threads[0] ?? [];
  switch (first?.shape) {
    case '(/)':
    case '[/]':
      return '(1/n)';
    case '/':
      return threads.flat().some(({ isOfAll }) => isOfAll) ? '1/n' : '1/';
    default:
      return '1.';
  }
}

/** How far a number may jump where a post between was lost. */
const MOST_LOST = 3;

function chain(labels: readonly Label[]): Threads {
  const gaps = countGaps(labels);
  const threads: Label[][] = [];
  for (const [index, label] of labels.entries()) {
    const last = threads.at(-1)?.at(-1);
    if (last?.line === label.line) continue;
    // Where posts stand apart from each other, a number within a block counts something else
    const stands = label.apart || gaps === 'none';
    if (!last) {
      if ((stands || heads(labels, index)) && starts(labels, index)) threads.push([label]);
      continue;
    }
    if (label.number > last.number) {
      const lost = label.number - last.number - 1;
      const isNext = lost === 0 && (label.apart || !isWaiting(labels, index));
      if (isNext || (lost > 0 && lost <= MOST_LOST && label.apart && label.clear && starts(labels, index)))
        threads.at(-1)?.push(label);
    } else if (label.number === last.number && label.number > 1) {
      // Numbered twice by mistake
      if (label.apart && gaps === 'most' && label.clear) threads.at(-1)?.push(label);
    } else if (label.number <= 1 && stands && !isList(labels, index, last, gaps)) threads.push([label]);
  }
  return threads;
}

/** Between how many posts there is a gap. */
type Gaps = 'none' | 'few' | 'most';

function countGaps(labels: readonly Label[]): Gaps {
  const numbers = labels.filter(({ number }) => number > 1);
  const apart = new Set(numbers.filter((label) => label.apart).map(({ number }) => number));
  const tight = new Set(numbers.filter(({ number }) => !apart.has(number)).map(({ number }) => number));
  if (apart.size === 0) return 'none';
  return apart.size >= tight.size ? 'most' : 'few';
}

/** True for a first number right under a line of words, such as the name of the thread. */
function heads(labels: readonly Label[], index: number): boolean {
  return (
    (labels[index]?.number ?? 2) <= 1 && labels.slice(index + 1).find(({ number }) => number === 2)?.apart === true
  );
}

/** True where a number opens a thread, or goes on in one whose start is not here. */
function starts(labels: readonly Label[], index: number): boolean {
  const number = labels[index]?.number ?? 0;
  return number <= 2 || labels.slice(index + 1).some((label) => label.number === number + 1);
}

/** True when the same number stands apart further down, before another thread begins. */
function isWaiting(labels: readonly Label[], index: number): boolean {
  const number = labels[index]?.number ?? 0;
  for (const label of labels.slice(index + 1)) {
    if (label.apart && label.number <= 1) return false;
    if (label.apart && label.number === number) return true;
  }
  return false;
}

/** True for a number that falls back because a post holds a list: after its items the posts are counted on. */
function isList(labels: readonly Label[], index: number, last: Label, gaps: Gaps): boolean {
  const label = labels[index];
  const next = labels[index + 1];
  if (!label || !next || label.ruled) return false;
  if (gaps === 'most' && next.number === label.number + 1 && !next.apart) return true;
  let end = index + 1;
  while (labels[end]?.number === (labels[end - 1]?.number ?? 0) + 1) end += 1;
  const after = labels[end];
  const reached = labels[end - 1]?.number ?? 0;
  return after?.number === last.number + 1 && reached !== last.number;
}
