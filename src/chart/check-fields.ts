import type { JsonObject } from '../model/chart.js';
import type { Column, Table } from '../model/value.js';
import { isList, isObject } from './json.js';
import type { View } from './list-views.js';
import type { Path } from './parse-spec.js';
import { readEncoding, type Channel } from './read-encoding.js';
import { keepsRows, readNames, readTransform, type Reference } from './read-transform.js';
import { suggest, type Reporter } from './reporter.js';
import type { DataResolver, ViewData } from './resolve-data.js';
import { findField, scopeOfNames, scopeOfTable, type Field, type Scope } from './scope.js';
import { typeProblem } from './type-problem.js';

/** A column's name as it stands somewhere in a specification. */
interface ColumnUse {
  readonly path: Path;
  readonly column: string;
}

/** A channel that shows a query's column as it is. */
export interface DrawnColumn {
  readonly view: View;
  readonly channel: Channel;
  readonly column: Column;
  readonly table: Table;
  /** True when the view draws every row of the table. */
  readonly whole: boolean;
}

/** What the fields of a chart are. */
export interface CheckedFields {
  readonly uses: readonly ColumnUse[];
  readonly drawn: readonly DrawnColumn[];
}

/**
 * Reports every field that a view names and its data does not have, and every type that its column cannot be:
 * of either, Vega draws something wrong or nothing. Returns where columns are named and shown.
 */
export function checkFields(views: readonly View[], data: DataResolver, report: Reporter): CheckedFields {
  const checker = new FieldChecker(data, report);
  const scopes = new Map<View, Scope>();
  for (const view of views) {
    const inherited = view.parent && !('data' in view.value) ? scopes.get(view.parent) : undefined;
    const before = inherited ?? (needsData(view, views) ? scopeOf(data.ofView(view)) : scopeOfNames(undefined));
    const scope = checker.transforms(view, before);
    scopes.set(view, scope);
    checker.encoding(view, scope);
  }
  return { uses: checker.uses, drawn: checker.drawn };
}

class FieldChecker implements CheckedFields {
  readonly uses: ColumnUse[] = [];
  readonly drawn: DrawnColumn[] = [];
  readonly #reported = new Set<string>();

  constructor(
    readonly data: DataResolver,
    readonly report: Reporter,
  ) {}

  /** Follows a view's transforms from the fields before to those after them. */
  transforms({ value: { transform }, path: viewPath }: View, before: Scope): Scope {
    let scope = before;
    for (const [index, item] of (isList(transform) ? transform : []).entries()) {
      if (!isObject(item)) continue;
      const path = [...viewPath, 'transform', index];
      const effect = readTransform(item, path);
      for (const read of effect.reads) this.#find(scope, read);
      for (const expression of effect.expressions) this.#findIn(scope, expression);
      if (isObject(item['from']) && 'data' in item['from']) this.#lookup(item['from'], [...path, 'from']);
      const after = effect.after(scope);
      scope = keepsRows(item) ? after : { ...after, whole: false };
    }
    return scope;
  }

  encoding(view: View, scope: Scope): void {
    for (const reference of readEncoding(view)) {
      const column = this.#find(scope, reference)?.column;
      if (!column) continue;
      if (reference.channel) this.drawn.push({ view, channel: reference.channel, ...column, whole: scope.whole });
      const problem = typeProblem(reference, column.column, column.table);
      if (problem) this.#say(reference.path, problem.reason, problem.note);
    }
  }

  #lookup(from: JsonObject, path: Path): void {
    const scope = scopeOf(this.data.ofLookup(from, path));
    for (const key of ['key', 'fields'])
      for (const read of readNames(from[key], [...path, key])) this.#find(scope, read);
  }

  #find(scope: Scope, { name, path }: Reference): Field | undefined {
    if (name === '*') return undefined;
    const field = findField(scope, name);
    if (field?.column) this.uses.push({ path, column: field.name });
    if (field?.column && isUnreadable(field.name)) {
      const reason = `Unexpected column name \`${field.name}\`: a chart cannot read it`;
      this.#say(path, reason, 'Give it another name in the query: `… AS name`');
    }
    if (!field && !scope.open)
      this.#say(path, `Unexpected field \`${name}\`${whose(scope)}`, suggest(name, [...scope.fields.keys()], 'Fields'));
    return field;
  }

  /** Looks for the fields that an expression reads by a name that can be seen: `datum.n`, `datum['n']`. */
  #findIn(scope: Scope, { name: text, path }: Reference): void {
    for (const [, plain, single, double] of text.matchAll(FIELD_OF_DATUM)) {
      const name = plain ?? single ?? double ?? '';
      if (scope.open || findField(scope, name)) continue;
      const note = suggest(name, [...scope.fields.keys()], 'Fields');
      this.#say(path, `Unexpected field \`${name}\` in an expression${whose(scope)}`, note);
    }
  }

  /** Once a place: what layers share is looked at for each of them. */
  #say(path: Path, reason: string, note: string | undefined): void {
    const key = path.join('\0');
    if (!this.#reported.has(key)) this.report.at(path, 'chart-data', reason, note);
    this.#reported.add(key);
  }
}

const FIELD_OF_DATUM = /\bdatum(?:\.([\p{L}_$][\p{L}\p{N}_$]*)|\[\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\])/gu;

/** Vega takes a backslash for its own, and finds what every object has before it looks into the row. */
function isUnreadable(column: string): boolean {
  return column.includes('\\') || column in Object.prototype;
}

/** A composition needs no data when each of its parts has its own. */
function needsData(view: View, views: readonly View[]): boolean {
  if ('data' in view.value || view.kind === 'unit' || view.kind === 'facet' || 'transform' in view.value) return true;
  return views.some((part) => part.parent === view && !('data' in part.value) && needsData(part, views));
}

function scopeOf(data: ViewData): Scope {
  switch (data.kind) {
    case 'query':
      return scopeOfTable(data.table);
    case 'inline':
      return scopeOfNames(data.fields);
    case 'none':
      return scopeOfNames(undefined);
    default:
      return data satisfies never;
  }
}

function whose(scope: Scope): string {
  const tables = new Set([...scope.fields.values()].flatMap(({ column }) => (column ? [column.table.query] : [])));
  const [query] = tables;
  return query !== undefined && tables.size === 1 ? `: the query \`${query}\` has no such column` : '';
}
