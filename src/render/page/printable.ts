import type { TemplateData } from './template-data.js';

/** A template printed an object or a list, which have no text of their own. */
export class WholeValue extends Error {
  override readonly name = 'WholeValue';

  /** @param names The names of its fields; none for a list. */
  constructor(
    readonly field: string,
    names: readonly string[],
  ) {
    const fields = names.map((name) => `\`${field}.${name}\``).join(', ');
    super(
      names.length > 0
        ? `Unexpected \`${field}\` printed whole, expected one of its fields: ${fields}`
        : `Unexpected list \`${field}\` printed whole, expected \`{{#each ${field}}}\``,
    );
  }

  /** Where a template prints it, as far as its text tells. */
  pointIn(text: string): { readonly line: number; readonly column: number } | undefined {
    const name = this.field.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const tag = new RegExp(`\\{\\{[{&~]*\\s*(?:[\\w@.]+[./])?(?:${name}|this|\\.)\\s*[~}]*\\}`).exec(text);
    if (!tag) return undefined;
    const before = text.slice(0, tag.index).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

/** Stands around what an object prints, which is looked for afterwards: errors about its fields print it too. */
const MARK = '\uFFFF';

/** Throws when an object or a list was printed whole into a page. */
export function refuseWhole(page: string): string {
  const [, field, names] = new RegExp(`${MARK}([^${MARK}]*)${MARK}([^${MARK}]*)${MARK}`).exec(page) ?? [];
  if (field !== undefined && names !== undefined) throw new WholeValue(field, names.split(' ').filter(Boolean));
  return page;
}

/** Returns data for a template in which an object or a list that is printed whole is a `WholeValue`. */
export function printable(data: TemplateData): TemplateData {
  return fieldsOf(data);
}

function fieldsOf(data: TemplateData): TemplateData {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, printableValue(value, name)]));
}

function printableValue(value: TemplateData[string], field: string): TemplateData[string] {
  if (Array.isArray(value)) {
    const copy = value.map((item: TemplateData[string]) => printableValue(item, field));
    return marked(copy, field, []);
  }
  return isFields(value) ? marked(fieldsOf(value), field, Object.keys(value)) : value;
}

/** True for what has fields; safe HTML is printed as it is. */
function isFields(value: TemplateData[string]): value is TemplateData {
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}

/** Plain names only, which no escape changes. */
function marked<T extends object>(value: T, field: string, names: readonly string[]): T {
  return Object.defineProperty(value, 'toString', { value: () => `${MARK}${field}${MARK}${names.join(' ')}${MARK}` });
}
