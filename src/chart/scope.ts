import type { Column, Table } from '../model/value.js';

/** A field that can be named at some point of a chart. */
export interface Field {
  readonly name: string;
  /** The query's column, when no transform has touched the field. */
  readonly column: { readonly table: Table; readonly column: Column } | undefined;
}

/** The fields that can be named at some point of a chart. */
export interface Scope {
  readonly fields: ReadonlyMap<string, Field>;
  /** True when there are more fields than we can know, so that an unknown name is no mistake. */
  readonly open: boolean;
  /** True while every row of the query is there as it came, so that its values are the values that are drawn. */
  readonly whole: boolean;
}

/** The columns of a query. */
export function scopeOfTable(table: Table): Scope {
  const fields = table.columns.map(
    (column) => [column.name, { name: column.name, column: { table, column } }] as const,
  );
  return { fields: new Map(fields), open: false, whole: true };
}

/** Fields by name only; with `undefined`, any. */
export function scopeOfNames(names: readonly string[] | undefined): Scope {
  return withFields({ fields: new Map(), open: names === undefined, whole: false }, names ?? []);
}

/** The same fields and some that a transform made. */
export function withFields(scope: Scope, names: readonly string[]): Scope {
  const fields = new Map(scope.fields);
  for (const name of names) fields.set(name, { name, column: undefined });
  return { ...scope, fields };
}

/** Only these fields, of those that are there. */
export function onlyFields(scope: Scope, names: readonly string[]): Scope {
  const fields = new Map([...scope.fields].filter(([name]) => names.includes(name)));
  return { ...scope, fields };
}

/** Finds a field by the name a specification uses: plain, or with its dots and brackets escaped. */
export function findField(scope: Scope, name: string): Field | undefined {
  const plain = scope.fields.get(name) ?? scope.fields.get(name.replace(/\\(.)/gs, '$1'));
  if (plain) return plain;
  // `best.day`, where a transform made `best` out of a whole row.
  const outer = scope.fields.get(/^[^.[\]]+(?=[.[])/.exec(name)?.[0] ?? '');
  return outer && !outer.column ? outer : undefined;
}

/** Writes a column's name so that Vega takes it for one name and not for a path. */
export function escapeField(name: string): string {
  return name.replace(/[\\.[\]'"]/g, '\\$&');
}
