import type { Helper, Reference, Signature } from './helper.js';
import { HELPERS, REFERENCES } from './helpers.js';

/** Formats the helpers as the Markdown of the guide's reference: a heading each, how to call it, and what that gives. */
export function formatReference(): string {
  return [...HELPERS.values(), ...REFERENCES.values()].map(formatHelper).join('\n');
}

function formatHelper(helper: Helper | Reference): string {
  const table = ['| you write | it gives |', '| --- | --- |', ...helper.examples.map(formatExample), ''];
  return [`#### ${helper.name}`, '', `\`${formatCall(helper)}\``, '', helper.summary, '', ...table].join('\n');
}

/** `{{count n one [many] [none=…]}}`: what may be left out stands in brackets. */
function formatCall({ name, params, pairs }: Signature): string {
  const positional = params.map((param) => {
    const shown = param.rest ? `${param.name} …` : param.name;
    return param.optional ? `[${shown}]` : shown;
  });
  return `{{${[name, ...positional, ...pairs.map((pair) => `[${pair.name}=]`)].join(' ')}}}`;
}

function formatExample({ expression, context, gives }: (Helper | Reference)['examples'][number]): string {
  const where = context?.target === 'brief' || context?.target === 'report' ? ` (in the ${context.target})` : '';
  return `| ${cell(`\`{{${expression}}}\``)} | ${cell(gives)}${where} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
