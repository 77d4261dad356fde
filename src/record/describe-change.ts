import { isOther } from './has-other-value.js';
import { textOf } from './compare-locks.js';
import type { Change } from './change.js';
import type { LockedFigure, LockedInput } from './lock.js';

/** What became of a figure, in one line: `“Seven operations” → “Eight operations”`. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'new':
      return `“${textOf(change.after)}” is new`;
    case 'gone':
      return `“${textOf(change.before)}” is gone`;
    case 'changed':
      return describeChanged(change.before, change.after);
  }
}

function describeChanged(before: LockedFigure, after: LockedFigure): string {
  const [old, now] = differingTexts(before, after);
  if (old !== now) return `“${old}” → “${now}”`;
  if (before.verdict !== after.verdict) return `“${now}” was ${verdictOf(before)}, is ${verdictOf(after)}`;
  if (before.expression !== after.expression)
    return `“${now}” is the same, \`${before.expression}\` → \`${after.expression}\``;
  if (after.kind === 'chart' || after.kind === 'table') return `\`${after.expression}\` shows other rows`;
  const value = changedValue(before, after);
  return `“${now}” is the same${value === undefined ? ', what it was made of is not' : `, ${value}`}`;
}

/** The first pair of texts that differ; the first texts where none do. */
function differingTexts(before: LockedFigure, after: LockedFigure): [string, string] {
  const targets = [before, after].flatMap(({ texts }) => (typeof texts === 'string' ? [] : Object.keys(texts)));
  for (const target of targets) {
    const [old, now] = [before, after].map(({ texts }) => (typeof texts === 'string' ? texts : texts[target]));
    if (old !== undefined && now !== undefined && old !== now) return [old, now];
  }
  return [textOf(before), textOf(after)];
}

function verdictOf({ verdict }: LockedFigure): string {
  return verdict ?? 'no claim';
}

function changedValue(before: LockedFigure, after: LockedFigure): string | undefined {
  const index = before.inputs.findIndex((input, at) => isOther(input, after.inputs[at]));
  const [old, now] = [before.inputs[index], after.inputs[index]];
  if (!old || !now || old.query !== now.query || old.column !== now.column) return undefined;
  return `\`${nameOf(now)}\` ${valueOf(old)} → ${valueOf(now)}`;
}

function nameOf({ query, row, column }: LockedInput): string {
  const path = [query, ...(row === undefined || row === 0 ? [] : [row]), ...(column === undefined ? [] : [column])];
  return path.join('.');
}

function valueOf({ value }: LockedInput): string {
  return value === null || value === undefined ? 'NULL' : String(value);
}
