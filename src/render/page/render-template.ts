import Handlebars from 'handlebars';
import { messageAt, messageFor } from '../../diagnostic/create-message.js';
import type { Message, Outcome } from '../../diagnostic/message.js';
import { AlreadyReported, EvaluationProblem } from '../../expression/evaluation-problem.js';
import type { Scope } from '../../expression/scope.js';
import type { Templates } from '../../model/page.js';
import type { SourceFile } from '../../model/position.js';
import type { Figure } from '../../model/story.js';
import { fillTag } from '../template/fill-tag.js';
import { prepareTemplate, TAG_HELPER } from '../template/prepare-template.js';
import type { TemplateTag, TagUse } from '../template/template-tag.js';
import type { TemplateData } from './template-data.js';
import { templateFault, type TemplateFault } from './template-fault.js';

/** A page, and the figures that its templates computed. */
export interface RenderedTemplate {
  readonly html: string;
  readonly figures: readonly Figure[];
}

/**
 * Renders one of the templates, e.g. `brief` from `brief.hbs`, with its partials. Handlebars does blocks, partials and
 * escaping; every expression is the figure language's, as in a draft. A field that does not exist, a figure that cannot be
 * computed, a partial that does not exist and a file that cannot be read are messages at their line and column.
 *
 * @param scope The draft's queries and house style.
 */
export function renderTemplate(
  name: string,
  templates: Templates,
  data: TemplateData,
  scope: Scope,
): Outcome<RenderedTemplate> {
  const path = `${name}.hbs`;
  const { templates: compiled, messages: reading, isReadable, work } = compileAll(templates);
  work.steps = 0;
  const template = compiled.get(path);
  if (!template || !isReadable) {
    const missing =
      template || !isReadable
        ? []
        : [messageFor(`templates/${path}`, 'template-invalid', `Missing template \`${path}\``)];
    return { value: NOTHING, messages: [...reading, ...missing] };
  }
  const rendering: Rendering = { scope, root: data, messages: [...reading], figures: [], uses: new Map() };
  const { messages, figures } = rendering;
  try {
    const html = template(data, { data: { rendering } });
    return { value: messages.length > 0 ? NOTHING : { html, figures }, messages };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { value: NOTHING, messages: [...messages, invalid(error.file, error.fault)] };
  }
}

const NOTHING: RenderedTemplate = { html: '', figures: [] };

/** What one rendering collects. */
interface Rendering {
  readonly scope: Scope;
  readonly root: TemplateData;
  readonly messages: Message[];
  readonly figures: Figure[];
  /** How often each id was taken. */
  readonly uses: Map<string, number>;
}

interface Compiled {
  readonly templates: ReadonlyMap<string, Handlebars.TemplateDelegate>;
  readonly messages: readonly Message[];
  readonly isReadable: boolean;
  readonly work: Work;
}

/** How much the rendering that runs has done: rounds of loops, partials, tags. */
interface Work {
  steps: number;
}

/** The longest brief takes a hundredth of it. */
const MOST_STEPS = 1_000_000;

function count(work: Work): void {
  work.steps += 1;
  if (work.steps > MOST_STEPS) throw new EndlessWork();
}

class EndlessWork extends Error {}

/** A build renders many pages with one set of templates. */
const compiledOf = new WeakMap<Templates, Compiled>();

function compileAll(templates: Templates): Compiled {
  const known = compiledOf.get(templates);
  if (known) return known;
  const messages: Message[] = [];
  const environment = Handlebars.create();
  const tags: TemplateTag[] = [];
  const stack: string[] = [];
  const work: Work = { steps: 0 };
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  let isReadable = true;
  for (const [name, text] of templates) {
    if (!name.endsWith('.hbs')) continue;
    const file = { path: `templates/${name}`, text };
    try {
      const prepared = prepareTemplate(file, tags);
      messages.push(...prepared.messages);
      isReadable &&= prepared.isReadable;
      compiled.set(name, compile(environment, { name, file, program: prepared.program, stack, work }));
    } catch (error) {
      isReadable = false;
      messages.push(invalid(file, templateFault(error, file)));
    }
  }
  environment.registerHelper(TAG_HELPER, tagHelper(tags, work));
  countRounds(environment, work);
  for (const [name, template] of compiled) {
    const partial = /^partials\/(.+)\.hbs$/.exec(name)?.[1];
    if (partial !== undefined) environment.registerPartial(partial, template);
  }
  const outcome = { templates: compiled, messages, isReadable, work };
  compiledOf.set(templates, outcome);
  return outcome;
}

/** What stands where a tag could not be filled; a page with such a hole is never published. */
const HOLES: Readonly<Record<TagUse, unknown>> = {
  print: '–',
  condition: false,
  rows: [],
  one: undefined,
  value: undefined,
};

/** The helper that every expression of a prepared template is a call of. */
function tagHelper(tags: readonly TemplateTag[], work: Work): Handlebars.HelperDelegate {
  return function (this: unknown, index: number, ...rest: unknown[]): unknown {
    count(work);
    const tag = tags[index];
    const { data } = rest.pop() as { data: LoopData & { readonly rendering: Rendering } };
    if (!tag) throw new Error(`There is no tag ${index}`);
    if (tag.isBroken) return HOLES[tag.use];
    const { rendering } = data;
    const { scope, root, messages } = rendering;
    const queries = scope.draft.queries.map(({ name }) => name);
    const loop = loopOf(data);
    try {
      const frame = { context: this, root, given: rest, queries, text: tag.file.text };
      const filled = fillTag(tag, frame, { ...scope, loop });
      if (filled.figure) rendering.figures.push({ ...filled.figure, id: takeId(tag, loop !== undefined, rendering) });
      return filled.data;
    } catch (error) {
      if (error instanceof EvaluationProblem) {
        const { span, rule, message, note } = error;
        const said = messageAt(tag.file, span, rule, message, note);
        if (!messages.some(({ place, reason }) => reason === said.reason && samePoint(place, said.place)))
          messages.push(said);
      } else if (!(error instanceof AlreadyReported)) throw error;
      return HOLES[tag.use];
    }
  };
}

/** Loops in loops in loops go on for hours over a few rows. */
function countRounds(environment: typeof Handlebars, work: Work): void {
  const each = environment.helpers['each'];
  if (!each) throw new Error('Handlebars has lost its loop');
  environment.registerHelper(
    'each',
    function (this: unknown, rows: unknown, options: Handlebars.HelperOptions): unknown {
      const fn: Handlebars.TemplateDelegate = (...round) => {
        count(work);
        return options.fn(...round);
      };
      return each.call(this, rows, { ...options, fn }) as unknown;
    },
  );
}

/** What Handlebars keeps for a loop. */
interface LoopData {
  readonly index?: unknown;
  readonly last?: unknown;
}

function loopOf({ index, last }: LoopData): Scope['loop'] {
  return typeof index === 'number' ? { index, length: last === true ? index + 1 : index + 2 } : undefined;
}

function takeId({ id }: TemplateTag, isInLoop: boolean, { uses }: Rendering): string {
  const taken = uses.get(id) ?? 0;
  uses.set(id, taken + 1);
  if (isInLoop) return `${id}.${taken}`;
  return taken === 0 ? id : `${id}.${taken}`;
}

function samePoint(a: Message['place'], b: Message['place']): boolean {
  return a?.file === b?.file && a?.line === b?.line && a?.column === b?.column;
}

const COMPILE_OPTIONS: CompileOptions = {
  knownHelpers: { [TAG_HELPER]: true },
  knownHelpersOnly: true,
  explicitPartialContext: false,
};
// Only own fields of the data can be read, whatever a template asks for.
const RUN_OPTIONS = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

const ENDLESS: TemplateFault = {
  span: undefined,
  reason: 'Unexpected work without end, partials or loops of this template repeat each other past all reason',
};

/** Where a template failed; the innermost file wins. */
class TemplateError extends Error {
  constructor(
    readonly file: SourceFile,
    readonly fault: TemplateFault,
    options: ErrorOptions,
  ) {
    super(fault.reason, options);
  }
}

interface Source {
  readonly name: string;
  readonly file: SourceFile;
  readonly program: hbs.AST.Program;
  /** The files that are being rendered, the outermost first; one for all templates of a set. */
  readonly stack: string[];
  readonly work: Work;
}

/** Templates in each other past this are a circle: data is nowhere as deep. */
const MOST_DEPTH = 100;

function compile(
  environment: typeof Handlebars,
  { name, file, program, stack, work }: Source,
): Handlebars.TemplateDelegate {
  const template: Handlebars.TemplateDelegate = environment.compile(program, COMPILE_OPTIONS);
  return (context, options) => {
    stack.push(name);
    try {
      count(work);
      if (stack.length > MOST_DEPTH) throw circle(file, stack);
      return template(context, { ...options, ...RUN_OPTIONS });
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      const fault = error instanceof EndlessWork ? ENDLESS : templateFault(error, file);
      throw new TemplateError(file, fault, { cause: error });
    } finally {
      stack.pop();
    }
  };
}

function circle(file: SourceFile, stack: readonly string[]): TemplateError {
  const last = stack.at(-1) ?? '';
  const names = stack.slice(stack.lastIndexOf(last, -2));
  const reason = `Unexpected circle, \`${names.join('` includes `')}\` and so on without end`;
  return new TemplateError(file, { span: undefined, reason }, {});
}

function invalid(file: SourceFile, { span, reason, note }: TemplateFault): Message {
  return messageAt(file, span ?? { start: 0, end: 0 }, 'template-invalid', reason, note);
}
