import type { StatementTree, SyntaxNode } from './engine.js';
import { tokenAt, type SqlRange } from '../sql/scan-sql.js';
import { isNode, nodesOf, offsetOf, textOf, walk } from './syntax-tree.js';
import { macroNamed, type TableMacro } from './table-macros.js';

/** A place where a query calls one of our table macros. */
export interface MacroCall {
  readonly macro: TableMacro;
  /** The query that it is about, as it is written. */
  readonly query: string;
  /** Of that name, in its quotes. */
  readonly range: SqlRange;
  /** Of the second argument, where there is one. */
  readonly second: SqlRange | undefined;
}

/** Something wrong with a call, and where. */
export interface MacroFault {
  readonly range: SqlRange;
  readonly reason: string;
  readonly note: string;
}

export interface MacroCalls {
  readonly calls: readonly MacroCall[];
  /** Calls that are not written as they must be. */
  readonly faults: readonly MacroFault[];
}

/** Finds the calls of our table macros, whose first argument is the name of a query as text. */
export function findMacroCalls(sql: string, statements: readonly StatementTree[]): MacroCalls {
  const calls: MacroCall[] = [];
  const faults: MacroFault[] = [];
  for (const node of walk(statements)) {
    const call = node['function'];
    if (textOf(node, 'type') !== 'TABLE_FUNCTION' || !isNode(call)) continue;
    const macro = macroNamed(textOf(call, 'function_name'));
    if (!macro) continue;
    const found = readCall(sql, call, macro);
    if ('macro' in found) calls.push(found);
    else faults.push(found);
  }
  return { calls, faults };
}

function readCall(sql: string, call: SyntaxNode, macro: TableMacro): MacroCall | MacroFault {
  const [first, second, ...more] = nodesOf(call, 'children');
  const at = (node: SyntaxNode | undefined): SqlRange => {
    const offset = (node && offsetOf(node)) ?? offsetOf(call);
    return offset === undefined ? { start: 0, end: 0 } : tokenAt(sql, offset);
  };
  const note = `Write \`${macro.usage}\``;
  const count = nodesOf(call, 'children').length;
  if (count !== macro.parameters.length) {
    const expected = macro.parameters.length === 1 ? 'one argument' : 'two arguments';
    const range = at(macro.parameters.length === 1 ? second : more[0]);
    const given = count === 0 ? 'no arguments' : count === 1 ? 'single argument' : `${count} arguments`;
    return { range, reason: `Unexpected ${given} of \`${macro.name}\`, expected ${expected}`, note };
  }
  const query = isNode(first?.['value']) ? first['value']['value'] : undefined;
  if (!first || typeof query !== 'string') {
    return { range: at(first), reason: `Unexpected first argument, expected the name of a query as text`, note };
  }
  return { macro, query, range: at(first), second: second && offsetOf(second) !== undefined ? at(second) : undefined };
}
