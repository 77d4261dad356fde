import type { ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode } from 'vscode-json-languageservice';
import type { Json } from '../model/chart.js';
import { isList, isObject } from './json.js';
import type { ParsedSpec, Path } from './parse-spec.js';

/**
 * A specification as the syntax tree that the schema's validator reads, with offsets in the draft.
 * A chart that names no data has that of its own name, and rows are no part of the language: both are left to other
 * checks.
 */
export function specTree(value: Json, spec: Pick<ParsedSpec, 'spanOf' | 'keySpanOf'>): ASTNode {
  if (!isObject(value)) return nodeOf(value, [], spec, undefined);
  // The validator would go to the network for what `$schema` names.
  const own = Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'));
  return nodeOf('data' in own ? own : { ...own, data: { name: 'rows' } }, [], spec, undefined);
}

type Spans = Pick<ParsedSpec, 'spanOf' | 'keySpanOf'>;

function nodeOf(value: Json, path: Path, spec: Spans, parent: ASTNode | undefined): ASTNode {
  const { start, end } = spec.spanOf(path);
  const base = { offset: start, length: end - start, parent };
  if (isList(value)) {
    const items: ASTNode[] = [];
    const list: ASTNode = { ...base, type: 'array', items, children: items };
    const shown = ROWS.includes(path.at(-1) ?? '') ? [] : value;
    for (const [index, item] of shown.entries()) items.push(nodeOf(item, [...path, index], spec, list));
    return list;
  }
  if (isObject(value)) {
    const properties: PropertyASTNode[] = [];
    const map: ObjectASTNode = { ...base, type: 'object', properties, children: properties };
    for (const [key, item] of Object.entries(value)) properties.push(propertyOf(key, item, [...path, key], spec, map));
    return map;
  }
  if (value === null) return { ...base, type: 'null', value };
  if (typeof value === 'number') return { ...base, type: 'number', value, isInteger: Number.isInteger(value) };
  return typeof value === 'string' ? { ...base, type: 'string', value } : { ...base, type: 'boolean', value };
}

/** Keys of lists that hold data. */
const ROWS: readonly (string | number)[] = ['values'];

function propertyOf(key: string, item: Json, path: Path, spec: Spans, parent: ObjectASTNode): PropertyASTNode {
  const { start, end } = spec.keySpanOf(path);
  const children: ASTNode[] = [];
  const keyNode: StringASTNode = { type: 'string', value: key, offset: start, length: end - start };
  const property = { type: 'property' as const, offset: start, length: end - start, parent, keyNode, children };
  const valueNode = nodeOf(item, path, spec, property);
  children.push(keyNode, valueNode);
  return { ...property, valueNode };
}
