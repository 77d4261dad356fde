import { embeddedSpan } from '../diagnostic/locate.js';
import type { Template } from '../model/draft.js';
import type { Embedded, Span } from '../model/position.js';
import type { TemplateOptions } from './inline-context.js';
import { parseTemplate } from './parse-template.js';
import { quote, refuse, report, type ReadContext } from './read-context.js';
import type { YamlValue } from './yaml-value.js';

/** Reads text in which tags and claims may stand. */
export function readTemplate(context: ReadContext, value: YamlValue, key: string): Template | undefined {
  return readTemplateAs(context, value, key, {});
}

function readTemplateAs(
  context: ReadContext,
  value: YamlValue,
  key: string,
  options: TemplateOptions,
): Template | undefined {
  const text = wordsOf(context, value, key);
  if (!text) return undefined;
  const { value: template, messages } = parseTemplate(context.source, text, options);
  context.messages.push(...messages);
  return template;
}

/** The same where people write emphasis, whose marks go. */
export function readNote(context: ReadContext, value: YamlValue, key: string): Template | undefined {
  return readTemplateAs(context, value, key, { emphasis: true });
}

/** Reads text in which nothing is computed. */
export function readText(context: ReadContext, value: YamlValue, key: string): string | undefined {
  if (value.kind === 'broken' && value.text.includes('{{')) {
    refuseTag(context, value.span, value.text, key);
    return undefined;
  }
  const text = wordsOf(context, value, key);
  if (!text || value.kind === 'broken') return undefined;
  const tag = /(?<!\\)\{\{.*?(?:\}\}|$)/su.exec(text.text);
  if (tag) {
    const span = embeddedSpan(text, tag.index, tag.index + tag[0].length);
    refuseTag(context, span, tag[0], key);
    return undefined;
  }
  return value.kind === 'text' ? value.text : text.text;
}

function refuseTag(context: ReadContext, span: Span, tag: string, key: string): void {
  const note =
    context.where === 'table'
      ? 'Tags may stand in `label` and `note`; let the query compute the rest'
      : 'Tags may stand in `title`, `kicker`, `standfirst`, `description` and `key_figures`';
  report(context, 'tag-place', span, `Unexpected tag ${quote(tag)} in \`${key}\`, expected plain text`, note);
}

/** A number is taken as it is written: `title: 1984` is no mistake. */
function wordsOf(context: ReadContext, value: YamlValue, key: string): Embedded | undefined {
  if (value.kind === 'number') return value.written;
  if (value.kind !== 'text' || value.text.trim() === '') {
    refuse(context, value, 'text', quoteNote(context, value, key));
    return undefined;
  }
  if (value.lost) {
    const lost = context.source.text.slice(value.lost.start, value.lost.end);
    const whole = context.source.text.slice(value.span.start, value.lost.end).replaceAll("'", "''");
    const note = `Put single quotes around it: \`${key}: '${whole}'\``;
    report(context, context.rules.hint, value.lost, `Unexpected ${quote(lost)}, which YAML takes for a comment`, note);
  }
  return value.written;
}

function quoteNote(context: ReadContext, value: YamlValue, key: string): string | undefined {
  const written = context.source.text.slice(value.span.start, value.span.end);
  const flat =
    value.kind === 'boolean' || ((value.kind === 'list' || value.kind === 'mapping') && /^[[{]/u.test(written));
  if (!flat || written.includes('\n')) return undefined;
  return `If it is meant as text, put single quotes around it: \`${key}: '${written.replaceAll("'", "''")}'\``;
}
