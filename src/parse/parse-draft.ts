import type { Definition, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { DraftDefaults } from '../model/defaults.js';
import type { ChartBlock, Draft, MediaNode, QueryBlock, TableBlock, TableFigureNode } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';
import { checkHidden } from './check-hidden.js';
import { checkHtmlDepth } from './check-html-depth.js';
import { checkNames, type Shown } from './check-names.js';
import { checkPostIds } from './check-post-ids.js';
import { checkPosts } from './check-posts.js';
import { checkLevels, checkSource, checkStart, draftWithoutText } from './check-source.js';
import { convertFlow } from './convert-flow.js';
import { embeddedLines, lineAfter } from './embedded-lines.js';
import type { InlineContext } from './inline-context.js';
import { isDefinition, parseFence } from './parse-fence.js';
import { parseFrontMatter } from './parse-front-matter.js';
import { parseTemplate } from './parse-template.js';
import { dropDefinitionSegments, printsNothing } from './segments.js';
import { refuseRowLoops } from './refuse-row-loops.js';
import { remarkTags } from './remark-tags.js';
import { reportLeftovers } from './report-leftovers.js';

export interface ParseOptions {
  readonly slug: string;
  readonly defaults: DraftDefaults;
  /** Overrides the front matter's `date`, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  /** Overrides the front matter's `as_of`, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
}

/** Parses a draft; without a value when there is too little to go on with. */
export function parseDraft(source: SourceFile, options: ParseOptions): Outcome<Draft | undefined> {
  const unreadable = checkSource(source);
  if (unreadable) return { value: undefined, messages: [unreadable] };
  const messages: Message[] = checkHidden(source);
  const root = unified().use(remarkParse).use(remarkTags).use(remarkGfm).use(remarkFrontmatter).parse(source.text);
  const unreadableStart = checkStart(root, source) ?? checkLevels(root, source) ?? checkHtmlDepth(root, source);
  if (unreadableStart) return { value: undefined, messages: [unreadableStart] };
  messages.push(...refuseRowLoops(root, source));
  const frontMatter = readFrontMatter(root, source, options, messages);
  const queries: QueryBlock[] = [];
  const charts: ChartBlock[] = [];
  const tables: TableBlock[] = [];
  const nodes = dropDefinitionSegments(
    root.children.filter(({ type }) => type !== 'yaml'),
    source,
    messages,
  );
  const flow: RootContent[] = [];
  for (const node of nodes) {
    if (isDefinition(node)) parseFence(node, source, { queries, charts, tables }, messages);
    else flow.push(node);
  }
  const context: InlineContext = {
    source,
    text: source.text,
    toSource: (offset) => offset,
    definitions: definitions(root),
    plain: false,
    messages,
    parsePart: parseTemplate,
  };
  if (!nodes.some(isText)) messages.push(draftWithoutText(source));
  reportLeftovers(root, context);
  const body = convertFlow(flow, context);
  messages.push(...checkPosts(body, source), ...checkPostIds(body, source));
  messages.push(...checkNames({ queries, charts, tables }, shownBy(body), source));
  if (!frontMatter) return { value: undefined, messages };
  return {
    value: { source, slug: options.slug, frontMatter, body, queries, charts, tables, instance: undefined },
    messages,
  };
}

/** True for what a reader can see. */
function isText(node: RootContent): boolean {
  return !isDefinition(node) && !printsNothing(node);
}

function readFrontMatter(
  root: Root,
  source: SourceFile,
  options: ParseOptions,
  messages: Message[],
): Draft['frontMatter'] | undefined {
  const yaml = root.children.find((node) => node.type === 'yaml');
  const start = yaml?.position?.start.offset ?? 0;
  const embedded = yaml && embeddedLines(source, lineAfter(source, start), yaml.value);
  const { value, messages: found } = parseFrontMatter(source, embedded, options);
  messages.push(...found);
  return value;
}

function definitions(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  visit(root, 'definition', (node) => {
    if (!found.has(node.identifier)) found.set(node.identifier, node);
  });
  return found;
}

/** Every image and numbered table of a body, those inside blocks too. */
function shownBy(body: readonly RootContent[]): Shown {
  const media: MediaNode[] = [];
  const tables: TableFigureNode[] = [];
  const look = (nodes: readonly unknown[]): void => {
    for (const node of nodes as RootContent[]) {
      if (node.type === 'media') media.push(node);
      else if (node.type === 'block') for (const arm of node.arms) look(arm.children);
      else if ('children' in node) look(node.children);
      if (node.type === 'tableFigure') tables.push(node);
    }
  };
  look(body);
  return { media, tables };
}
