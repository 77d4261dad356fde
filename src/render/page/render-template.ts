import Handlebars from 'handlebars';
import { createMessage } from '../../diagnostic/create-message.js';
import type { Message, Outcome } from '../../diagnostic/message.js';
import type { Templates } from '../../model/page.js';
import { printable, refuseWhole, WholeValue } from './printable.js';
import type { TemplateData } from './template-data.js';

/**
 * Renders one of the templates, e.g. `brief` from `brief.hbs`, with its partials.
 * A field that does not exist, a partial that does not exist and a file that cannot be read are messages at their line.
 */
export function renderTemplate(name: string, templates: Templates, data: TemplateData): Outcome<string> {
  const path = `${name}.hbs`;
  const { value: compiled, messages } = compileAll(templates);
  if (messages.length > 0) return { value: '', messages };
  const template = compiled.get(path);
  if (!template) return { value: '', messages: [invalid(path, undefined, `Missing template \`${path}\``)] };
  try {
    return { value: template(printable(data)), messages: [] };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { value: '', messages: [invalid(error.file, error.point, error.reason)] };
  }
}

type Compiled = ReadonlyMap<string, Handlebars.TemplateDelegate>;

/** A build renders many pages with one set of templates. */
const compiledOf = new WeakMap<Templates, Outcome<Compiled>>();

function compileAll(templates: Templates): Outcome<Compiled> {
  const known = compiledOf.get(templates);
  if (known) return known;
  const sources = [...templates].filter(([file]) => file.endsWith('.hbs'));
  const messages = sources.flatMap(([file, text]) => syntaxMessages(file, text));
  const environment = Handlebars.create();
  const stack: string[] = [];
  const compiled = new Map(sources.map(([file, text]) => [file, compile(environment, { file, text, stack })]));
  for (const [file, template] of compiled) {
    const partial = /^partials\/(.+)\.hbs$/.exec(file)?.[1];
    if (partial !== undefined) environment.registerPartial(partial, template);
  }
  const outcome = { value: compiled, messages };
  compiledOf.set(templates, outcome);
  return outcome;
}

const COMPILE_OPTIONS: CompileOptions = { strict: true, knownHelpersOnly: true, explicitPartialContext: false };
// Only own fields of the data can be read, whatever a template asks for.
const RUN_OPTIONS = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

interface Point {
  readonly line: number;
  readonly column: number;
}

/** Where a template failed; the innermost file wins. */
class TemplateError extends Error {
  constructor(
    readonly file: string,
    readonly point: Point | undefined,
    readonly reason: string,
    options: ErrorOptions,
  ) {
    super(reason, options);
  }
}

interface Source {
  readonly file: string;
  readonly text: string;
  /** The files that are being rendered, the outermost first; one for all templates of a set. */
  readonly stack: string[];
}

/** Templates in each other past this are a circle: data is nowhere as deep. */
const MOST_DEPTH = 100;

function compile(environment: typeof Handlebars, { file, text, stack }: Source): Handlebars.TemplateDelegate {
  const template: Handlebars.TemplateDelegate = environment.compile(text, COMPILE_OPTIONS);
  return (context, options) => {
    stack.push(file);
    try {
      if (stack.length > MOST_DEPTH) throw new Error(circleReason(stack));
      return refuseWhole(template(context, { ...options, ...RUN_OPTIONS }));
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      throw new TemplateError(file, pointOf(error, text), reasonOf(error), { cause: error });
    } finally {
      stack.pop();
    }
  };
}

function circleReason(stack: readonly string[]): string {
  const last = stack.at(-1) ?? '';
  const circle = stack.slice(stack.lastIndexOf(last, -2));
  return `Unexpected circle, \`${circle.join('` includes `')}\` and so on without end`;
}

function syntaxMessages(file: string, text: string): readonly Message[] {
  try {
    Handlebars.parse(text);
    return [];
  } catch (error) {
    return [invalid(file, pointOf(error), reasonOf(error))];
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof WholeValue || text.startsWith('Unexpected circle')) return text;
  const missing = /^"(.+)" not defined in/.exec(text)?.[1];
  if (missing !== undefined) return `Unknown field \`${missing}\`, expected one that this template gets`;
  const partial = /^The partial (.+) could not be found/.exec(text)?.[1];
  if (partial !== undefined) return `Unknown partial \`${partial}\`, expected \`partials/${partial}.hbs\``;
  const helper = /^(?:You specified knownHelpersOnly, but used the unknown helper|Missing helper:) "?([^" ]+)"?/.exec(
    text,
  );
  if (helper?.[1] !== undefined)
    return `Unknown helper \`${helper[1]}\`, expected \`if\`, \`unless\`, \`each\` or \`with\``;
  const expected = /^Expecting (.+), got '(.+)'$/m.exec(text);
  if (expected) return `Unexpected \`${expected[2] ?? ''}\` in the template`;
  return `Unexpected template: ${text.replace(/\s+/g, ' ').replace(/ - \d+:\d+$/, '')}`;
}

function pointOf(error: unknown, text = ''): Point | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof WholeValue) return error.pointIn(text);
  const parse = /^(?:Parse|Lexical) error on line (\d+)/.exec(error.message)?.[1];
  if (parse !== undefined) return { line: Number(parse), column: 1 };
  if (!('lineNumber' in error) || typeof error.lineNumber !== 'number') return undefined;
  const column = 'column' in error && typeof error.column === 'number' ? error.column + 1 : 1;
  return { line: error.lineNumber, column };
}

function invalid(path: string, point: Point | undefined, reason: string): Message {
  const { line, column } = point ?? { line: 1, column: 1 };
  const place = { file: `templates/${path}`, line, column, endLine: line, endColumn: column };
  return createMessage('template-invalid', place, reason);
}
