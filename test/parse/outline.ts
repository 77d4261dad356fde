import type { PhrasingContent, RootContent } from 'mdast';
import type { Arm, BlockNode, Template } from '../../src/model/draft.js';
import type { Expression } from '../../src/model/expression.js';

/**
 * Writes nodes on one line, so that a test shows what became of a text: `{q.n}` a tag, `<if q>…<else>…</if>` a block,
 * `⏎` a line break, `|` between flow nodes.
 */
export function outline(nodes: readonly (RootContent | PhrasingContent)[]): string {
  const parts = nodes.map((node) => ({ text: write(node), flow: isFlow(node) }));
  return parts.map(({ text, flow }, index) => (index > 0 && flow ? ` | ${text}` : text)).join('');
}

function write(node: RootContent | PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', '⏎');
    case 'break':
      return '⏎⏎';
    case 'tag':
      return `{${node.tag.source}}`;
    case 'figure':
      return node.text;
    case 'block':
      return block(node);
    case 'claim':
      return `[${outline(node.children)}](check:${node.source})`;
    case 'media':
      return `![${template(node.alt)}](${node.kind}:${node.name}${node.caption ? ` '${template(node.caption)}'` : ''})`;
    case 'link':
      return `[${outline(node.children)}](${node.url})`;
    case 'emphasis':
      return `em(${outline(node.children)})`;
    case 'strong':
      return `strong(${outline(node.children)})`;
    case 'delete':
      return `del(${outline(node.children)})`;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'html':
      return `html(${node.value})`;
    case 'paragraph':
      return outline(node.children);
    case 'heading':
      return `h${node.depth}(${outline(node.children)})`;
    case 'thematicBreak':
      return '---';
    case 'blockquote':
      return `>(${outline(node.children)})`;
    case 'list':
      return `${node.ordered ? 'ol' : 'ul'}(${outline(node.children)})`;
    case 'listItem':
      return outline(node.children);
    case 'table':
      return `table(${node.children.map((row) => row.children.map((cell) => outline(cell.children)).join(',')).join(';')})`;
    case 'tableFigure':
      return `tableFigure(${[node.name ?? '', ...(node.landscape ? ['landscape'] : [])].join(' ')} ${outline(node.children)})`;
    case 'footnoteDefinition':
      return `[^${node.label ?? ''}](${outline(node.children)})`;
    case 'post':
      return `post(${node.attributes.id ?? ''} ${node.attributes.marks})`;
    default:
      return node.type;
  }
}

function block({ name, arms }: BlockNode): string {
  return `${arms.map((arm) => arm_(arm, name) + outline(arm.children)).join('')}</${name}>`;
}

function arm_({ tag }: Arm, name: string): string {
  const args = tag.args.map((argument) => ` ${expression(argument)}`).join('');
  const local = tag.kind === 'open' && tag.local !== undefined ? ` as ${tag.local}` : '';
  return tag.kind === 'open' ? `<${name}${args}${local}>` : `<else${tag.name ? ` ${tag.name}` : ''}${args}>`;
}

/** An expression as it would be typed. */
export function expression(value: Expression): string {
  switch (value.type) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'path':
      return (
        (value.at ? '@' : '') +
        value.segments.map(({ text, kind }) => (kind === 'bracketed' ? `[${text}]` : text)).join('.')
      );
    case 'call': {
      const pairs = value.pairs.map(({ name, value: given }) => `${name}=${expression(given)}`);
      return `(${[value.name, ...value.args.map(expression), ...pairs].join(' ')})`;
    }
  }
}

function template({ children }: Template): string {
  return outline(children);
}

const FLOW = new Set([
  'tableFigure',
  'paragraph',
  'heading',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableFigure',
  'footnoteDefinition',
  'post',
  'code',
]);

function isFlow(node: RootContent | PhrasingContent): boolean {
  if (node.type === 'block') return node.arms.some(({ children }) => children.some(isFlow));
  return FLOW.has(node.type);
}
