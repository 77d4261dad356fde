import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { capitalise } from '../figure/capitalise.js';
import { REFERENCES } from '../figure/helpers.js';
import { locate } from '../diagnostic/locate.js';
import type { BlockNode, ClaimNode, FigureNode, MediaNode, TagNode, Template } from '../model/draft.js';
import type { CallExpression } from '../model/expression.js';
import type { Machine } from '../model/value.js';
import type { Rich } from '../model/story.js';
import { targetName } from '../model/target.js';
import { eachRound } from './each-round.js';
import { chooseArm } from './choose-arm.js';
import { evaluateText } from '../expression/evaluate.js';
import { EvaluationProblem } from '../expression/evaluation-problem.js';
import { findClaim } from './find-claim.js';
import { attempt, type Filling } from './filling.js';
import { resolveAddress } from './resolve-address.js';
import type { Scope } from '../expression/scope.js';
import { sentenceStart } from '../figure/sentence-start.js';

/** Where inline nodes are being filled. */
export interface Cursor {
  /** What has been filled of this block so far, as plain words. */
  before: string;
  /** A number that starts a sentence is spelled out in a body only; in a cell digits stay digits. */
  readonly place: 'body' | 'heading' | 'cell';
}

/** Fills inline nodes: tags become figures, blocks their arm. */
export function fillInline(
  nodes: readonly PhrasingContent[],
  scope: Scope,
  cursor: Cursor,
  filling: Filling,
): PhrasingContent[] {
  return nodes.flatMap((node) => fillNode(node, scope, cursor, filling));
}

/** Fills a string in which tags may stand; its first phrase is capitalised. */
export function fillTemplate(template: Template, scope: Scope, filling: Filling): Rich {
  return fillInline(template.children, scope, { before: '', place: 'heading' }, filling);
}

function fillNode(node: PhrasingContent, scope: Scope, cursor: Cursor, filling: Filling): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      cursor.before += node.value;
      return [node];
    case 'break':
      // A hard break starts no sentence
      cursor.before += ' ';
      return [node];
    case 'tag':
      return fillTag(node, scope, cursor, filling);
    case 'block':
      return fillBlock(node, scope, cursor, filling);
    case 'claim':
      return [fillClaim(node, scope, cursor, filling)];
    case 'media':
      return [fillMedia(node, scope, filling)];
    case 'link': {
      const url = attempt(filling, () => resolveAddress(node.url, linkSpan(node), filling.draft)) ?? node.url;
      return [{ ...node, url, children: fillInline(node.children, scope, cursor, filling) }];
    }
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ ...node, children: fillInline(node.children, scope, cursor, filling) }];
    default:
      return [node];
  }
}

/** Fills an image's alt text and caption. */
function fillMedia(node: MediaNode, scope: Scope, filling: Filling): MediaNode {
  const fill = (template: Template): Template => ({ ...template, children: fillTemplate(template, scope, filling) });
  return { ...node, alt: fill(node.alt), caption: node.caption && fill(node.caption) };
}

function fillTag(node: TagNode, scope: Scope, cursor: Cursor, filling: Filling): PhrasingContent[] {
  const { expression } = node.tag;
  const start = sentenceStart(cursor.before);
  if (expression.type === 'call' && REFERENCES.has(expression.name))
    return fillReference(node, expression, start !== 'inside', scope, cursor, filling);
  const inputs: Scope['inputs'] = [];
  const words = attempt(filling, () =>
    evaluateText(expression, { ...placed(scope, cursor, start !== 'inside'), inputs }),
  );
  if (!words) {
    cursor.before += HOLE;
    return [{ type: 'text', value: HOLE }];
  }
  const { text: value, machine = wordsMachine(inputs, words.text.value) } = words;
  const origin = value.origin === 'draft' ? 'phrase' : value.origin;
  const isOurs = origin === 'phrase' || value.led === true;
  const text = isOurs && start !== 'inside' ? capitalise(value.value, scope.helpers.locale) : value.value;
  const figure: FigureNode = {
    type: 'figure',
    id: filling.ids.idOf(node, scope.round),
    text,
    origin,
    machine,
    span: node.span,
  };
  record(figure, 'figure', node.tag.source, scope, filling, inputs);
  cursor.before += text;
  return [figure];
}

/** Words that say no amount, such as those of a comparison, are made of values all the same; those of none stand for themselves. */
function wordsMachine(inputs: Scope['inputs'], text: string): Machine {
  const values = inputs.flatMap(({ value }) => (value === null || value === undefined ? [] : [String(value)]));
  const [only = ''] = values;
  return { kind: 'words', value: values.length > 1 ? JSON.stringify(values) : only === '' ? text : only };
}

/** Stands where a tag could not be filled, so that its post is still one; nothing with a hole is ever published. */
const HOLE = '–';

function placed(scope: Scope, cursor: Cursor, starts: boolean): Scope {
  const { helpers } = scope;
  if (cursor.place !== 'cell')
    return { ...scope, helpers: { ...helpers, spellNumbers: starts && cursor.place === 'body' } };
  const style = { ...helpers.style, numbers: { ...helpers.style.numbers, wordsTo: -1 } };
  return { ...scope, helpers: { ...helpers, style, spellNumbers: false } };
}

function fillReference(
  node: TagNode,
  call: CallExpression,
  capital: boolean,
  scope: Scope,
  cursor: Cursor,
  filling: Filling,
): PhrasingContent[] {
  const helper = call.name === 'post' ? 'post' : 'ref';
  const [name] = call.args;
  const value = name?.type === 'literal' ? name.value : undefined;
  if (call.args.length !== 1 || call.pairs.length > 0 || !name || typeof value !== 'string') {
    attempt(filling, () => {
      throw new EvaluationProblem(
        'helper-arguments',
        name?.span ?? call.span,
        helper === 'ref'
          ? 'Unexpected arguments for `ref`, expected the name of a chart or table in quotes'
          : 'Unexpected arguments for `post`, expected the id of a post in quotes',
        helper === 'ref' ? 'Write `{{ref "daily"}}`' : 'Write `{{post "reasons"}}`',
      );
    });
    cursor.before += HOLE;
    return [{ type: 'text', value: HOLE }];
  }
  const figure: FigureNode = {
    type: 'figure',
    id: filling.ids.idOf(node, scope.round),
    text: value,
    origin: 'phrase',
    machine: { kind: 'words', value },
    span: node.span,
  };
  record(figure, 'reference', node.tag.source, scope, filling, []);
  filling.references.add({ helper, node: figure, name: value, nameSpan: name.span, capital });
  // Whatever the words will be, a sentence goes on after them
  cursor.before += value;
  return [figure];
}

function fillBlock(block: BlockNode, scope: Scope, cursor: Cursor, filling: Filling): PhrasingContent[] {
  // Inside a paragraph a block holds inline nodes only
  const inline = (children: BlockNode['arms'][number]['children']): PhrasingContent[] => children as PhrasingContent[];
  if (block.name === 'each' || block.name === 'with') {
    const rounds = attempt(filling, () => eachRound(block, scope, filling.loops)) ?? [];
    return rounds.flatMap(({ children, scope: inner }) => fillInline(inline(children), inner, cursor, filling));
  }
  const arm = attempt(filling, () => chooseArm(block, scope));
  return arm ? fillInline(inline(arm.children), scope, cursor, filling) : [];
}

function fillClaim(node: ClaimNode, scope: Scope, cursor: Cursor, filling: Filling): ClaimNode {
  const id = filling.ids.idOf(node, scope.round);
  const starts = sentenceStart(cursor.before) !== 'inside';
  const claim: ClaimNode = { ...node, id, children: fillInline(node.children, scope, cursor, filling) };
  const inputs: Scope['inputs'] = [];
  filling.figures.push({
    id,
    kind: 'claim',
    expression: node.source,
    text: plainText(claim.children),
    target: targetName(scope.target),
    place: locate(filling.draft.source, node.wordsSpan),
    post: undefined,
    finding: attempt(filling, () => findClaim(node, { ...scope, inputs })),
    inputs,
    words: { span: node.wordsSpan, opens: starts ? (cursor.place === 'body' ? 'sentence' : 'title') : undefined },
  });
  return claim;
}

function record(
  figure: FigureNode,
  kind: 'figure' | 'reference',
  expression: string,
  scope: Scope,
  filling: Filling,
  inputs: Scope['inputs'],
): void {
  filling.figures.push({
    id: figure.id,
    kind,
    expression,
    text: figure.text,
    target: targetName(scope.target),
    place: locate(filling.draft.source, figure.span),
    post: undefined,
    machine: figure.machine,
    inputs,
  });
}

/** Inline nodes as words, as a reader sees them: without the tags of raw HTML. */
export function plainText(nodes: Rich): string {
  return nodes
    .map((node) => {
      if (node.type === 'figure') return node.text;
      if (node.type === 'break') return ' ';
      if (node.type === 'media' || node.type === 'html') return '';
      return 'children' in node ? plainText(node.children) : toString(node);
    })
    .join('');
}

function linkSpan(node: { position?: { start: { offset?: number }; end: { offset?: number } } | undefined }): {
  start: number;
  end: number;
} {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
