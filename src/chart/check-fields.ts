import type { Column, Table } from '../model/value.js';
import { isList, isObject } from './json.js';
import type { View } from './list-views.js';
import type { Path } from './parse-spec.js';
import { readEncoding, type Channel } from './read-encoding.js';
import { readTransform, type Reference } from './read-transform.js';
import { suggest, type Reporter } from './reporter.js';
import type { DataResolver, ViewData } from './resolve-data.js';
import { findField, scopeOfNames, scopeOfTable, type Field, type Scope } from './scope.js';
import { typeProblem } from './type-problem.js';

/** A column's name as it stands somewhere in a specification. */
export interface ColumnUse {
  readonly path: Path;
  readonly column: string;
}

/** A channel that shows a query's column as it is. */
export interface DrawnColumn {
  readonly view: View;
  readonly channel: Channel;
  readonly column: Column;
  readonly table: Table;
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
  const uses: ColumnUse[] = [];
  const drawn: DrawnColumn[] = [];
  const reported = new Set<string>();
  const scopes = new Map<View, Scope>();
  const find = (scope: Scope, { name, path }: Reference): Field | undefined => {
    if (name === '*') return undefined;
    const field = findField(scope, name);
    if (field?.column) uses.push({ path, column: field.name });
    if (!field && !scope.open && !reported.has(path.join('\0'))) {
      reported.add(path.join('\0'));
      report.at(
        path,
        'chart-data',
        `Unexpected field \`${name}\`${whose(scope)}`,
        suggest(name, [...scope.fields.keys()], 'Fields'),
      );
    }
    return field;
  };
  const findAll = (scope: Scope, expressions: readonly Reference[]): void => {
    for (const { name: text, path } of expressions) {
      for (const name of fieldsOfExpression(text)) {
        if (scope.open || findField(scope, name) || reported.has(path.join('\0'))) continue;
        reported.add(path.join('\0'));
        const note = suggest(name, [...scope.fields.keys()], 'Fields');
        report.at(path, 'chart-data', `Unexpected field \`${name}\` in an expression${whose(scope)}`, note);
      }
    }
  };

  for (const view of views) {
    const inherited = view.parent && !('data' in view.value) ? scopes.get(view.parent) : undefined;
    let scope = inherited ?? (needsData(view, views) ? scopeOf(data.ofView(view)) : scopeOfNames(undefined));
    const { transform } = view.value;
    for (const [index, item] of (isList(transform) ? transform : []).entries()) {
      if (!isObject(item)) continue;
      const path = [...view.path, 'transform', index];
      const effect = readTransform(item, path);
      for (const read of effect.reads) find(scope, read);
      findAll(scope, effect.expressions);
      if (isObject(item['from']) && 'data' in item['from']) {
        const from = [...path, 'from'];
        const other = scopeOf(data.ofLookup(item['from'], from));
        for (const key of ['key', 'fields'])
          for (const read of readTransform({ fold: item['from'][key] ?? [] }, []).reads)
            find(other, { name: read.name, path: [...from, key, ...read.path.slice(1)] });
      }
      scope = effect.after(scope);
    }
    scopes.set(view, scope);
    for (const reference of readEncoding(view)) {
      const column = find(scope, reference)?.column;
      if (!column) continue;
      if (reference.channel) drawn.push({ view, channel: reference.channel, ...column });
      const problem = typeProblem(reference, column.column, column.table);
      // A shared encoding is looked at once for each layer.
      if (!problem || reported.has(reference.path.join('\0'))) continue;
      reported.add(reference.path.join('\0'));
      report.at(reference.path, 'chart-data', problem.reason, problem.note);
    }
  }
  return { uses, drawn };
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

/** The fields that an expression reads by a name that can be seen: `datum.n`, `datum['n']`. */
function fieldsOfExpression(text: string): string[] {
  const found = text.matchAll(/\bdatum(?:\.([\p{L}_$][\p{L}\p{N}_$]*)|\[\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\])/gu);
  return [...found].map(([, plain, single, double]) => plain ?? single ?? double ?? '');
}

function whose(scope: Scope): string {
  const tables = new Set([...scope.fields.values()].flatMap(({ column }) => (column ? [column.table.query] : [])));
  const [query] = tables;
  return query !== undefined && tables.size === 1 ? `: the query \`${query}\` has no such column` : '';
}
