import type { Expression, PathExpression } from '../../model/expression.js';
import type { SourceFile } from '../../model/position.js';

/** An expression of a page template, in the form that drafts have it. */
export interface TemplateTag {
  readonly expression: Expression;
  /** The expression as it is written, in one line. */
  readonly source: string;
  readonly file: SourceFile;
  readonly use: TagUse;
  /** Where each path starts. */
  readonly bases: ReadonlyMap<PathExpression, PathBase>;
  /** Id of its figure on record. */
  readonly id: string;
  /** True where something about it was said when the template was read. */
  readonly isBroken: boolean;
}

/** What a template does with a value: prints it, asks whether it holds, goes through it, or hands it to a partial. */
export type TagUse = 'print' | 'condition' | 'rows' | 'one' | 'value';

/**
 * Where a path of a template starts: at a variable of the figure language; at the root; at a value that Handlebars hands
 * over (`row` after `as |row|`, `..`, `@key`), by its index; at the context alone (`this.name`), or at the context and, where
 * that has no such field, at the draft's queries.
 */
export type PathBase = 'variable' | 'root' | 'context' | 'any' | { readonly given: number };
