import type { Cause } from './change.js';
import { hasOtherValue } from './has-other-value.js';
import type { Lock, LockedFigure } from './lock.js';

/** A figure in the lock it comes from. */
interface Side {
  readonly figure: LockedFigure;
  readonly lock: Lock;
}

/** Why a figure is not what it was. Where its values are the same, queries and data are not to blame, and the other way round. */
export function findCauses(before: Side, after: Side): readonly Cause[] {
  const isOtherValue = hasOtherValue(before.figure, after.figure);
  if (before.figure.expression !== after.figure.expression)
    return [{ kind: 'expression' }, ...(hasOtherCell(before.figure, after.figure) ? valueCauses(before, after) : [])];
  // Of a whole table only the name is on record, so its rows may have changed or not
  const isKnown = after.figure.inputs.every(({ value }) => value !== undefined);
  const ofValues = isOtherValue || !isKnown ? valueCauses(before, after) : [];
  const isReworded = after.figure.kind === 'claim' && before.figure.texts !== after.figure.texts;
  const ofWords = isOtherValue
    ? [
        ...(isReworded ? [{ kind: 'words' } as const] : []),
        ...(isOtherText(before, after) ? styleCauses(before, after) : []),
      ]
    : wordCauses(before, after);
  if (ofValues.length > 0 || ofWords.length > 0) return [...ofValues, ...ofWords];
  return isOtherValue || !isKnown ? [{ kind: 'unstable', queries: queriesOf(after.figure) }] : [{ kind: 'place' }];
}

/** What changed below the values of a figure: queries it reads and their data, the day it looks at, else the engine. */
export function valueCauses(before: Side, after: Side): Cause[] {
  const reached = new Set([...reachOf(before), ...reachOf(after)]);
  return changeCauses(before.lock, after.lock, (name) => reached.has(name));
}

/** What changed below the values of a draft. */
export function changeCauses(before: Lock, after: Lock, isMeant: (name: string) => boolean = () => true): Cause[] {
  const queries = changedNames(before.queries, after.queries).filter(isMeant);
  const data = changedNames(before.sources, after.sources).filter(isMeant);
  const fileOf = (name: string): string =>
    [...after.sources, ...before.sources].find((source) => source.name === name)?.file ?? name;
  return [
    ...queries.map((name): Cause => ({ kind: 'query', name })),
    ...data.map((name): Cause => ({ kind: 'data', file: fileOf(name) })),
    ...clock('as_of', before.asOf, after.asOf),
    ...(queries.length + data.length === 0 ? tool(before.engine, after.engine) : []),
  ];
}

function wordCauses(before: Side, after: Side): Cause[] {
  if (after.figure.kind === 'claim' && before.figure.verdict === after.figure.verdict) return [{ kind: 'words' }];
  const ofDay = followsDay(after.figure) ? clock('date', before.lock.date, after.lock.date) : [];
  const ofStyle = styleCauses(before, after);
  // Whoever changes both may have changed either
  return [
    ...ofDay,
    ...ofStyle,
    ...(ofDay.length + ofStyle.length === 0 ? tool(before.lock.tool, after.lock.tool) : []),
  ];
}

function styleCauses({ lock: before }: Side, { lock: after }: Side): Cause[] {
  return before.style === after.style && before.lang === after.lang ? [] : [{ kind: 'style' }];
}

/** Only days are told otherwise on another day. */
function followsDay({ expression, inputs }: LockedFigure): boolean {
  return (
    expression.includes('@date') ||
    inputs.some(({ value }) => typeof value === 'string' && /^[+-]?\d{4,6}-\d{2}-\d{2}/.test(value))
  );
}

function isOtherText({ figure: before }: Side, { figure: after }: Side): boolean {
  return JSON.stringify(before.texts) !== JSON.stringify(after.texts);
}

/** True where a cell that both read has another value. */
function hasOtherCell({ inputs: before }: LockedFigure, { inputs: after }: LockedFigure): boolean {
  return before.some((old) =>
    after.some((now) => old.query === now.query && old.column === now.column && old.value !== now.value),
  );
}

function clock(key: 'date' | 'as_of', before: string, after: string): Cause[] {
  return before === after ? [] : [{ kind: 'clock', key, before, after }];
}

function tool(before: string, after: string): Cause[] {
  return before === after ? [] : [{ kind: 'tool', before, after }];
}

/** Every query and table that a figure's values come from. */
function reachOf({ figure, lock }: Side): ReadonlySet<string> {
  const reads = new Map(lock.queries.map((query) => [query.name, query.reads]));
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    reads.get(name)?.forEach(visit);
  };
  queriesOf(figure).forEach(visit);
  return reached;
}

function queriesOf({ inputs }: LockedFigure): string[] {
  return [...new Set(inputs.map(({ query }) => query))];
}

/** Names whose text or file is not what it was, or that one side lacks. */
export function changedNames(
  before: readonly { readonly name: string; readonly hash: string }[],
  after: readonly { readonly name: string; readonly hash: string }[],
): string[] {
  const [old, now] = [before, after].map((all) => new Map(all.map(({ name, hash }) => [name, hash])));
  return [...new Set([...before, ...after].map(({ name }) => name))].filter(
    (name) => old?.get(name) !== now?.get(name),
  );
}
