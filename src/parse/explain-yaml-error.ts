import type { YAMLError } from 'yaml';

/** A YAML error in plain words, at a range of the YAML text. */
export interface Explanation {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly note: string | undefined;
}

/** Says what is wrong with YAML that quotes cannot mend. */
export function explainYamlError(yaml: string, error: YAMLError): Explanation {
  const [start, end] = error.pos;
  const at = (reason: string, note?: string): Explanation => ({ start, end, reason, note });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return at('Unexpected tab at the start of a line, expected spaces');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BAD_INDENT':
      return explainLayout(yaml, error) ?? at('Unexpected indentation, expected keys of one level under each other');
    case 'MISSING_CHAR':
      return explainLayout(yaml, error) ?? at('Unexpected end of a value, expected its closing sign');
    case 'BAD_DQ_ESCAPE':
      return at(`Unexpected ${shown(yaml, start, end + 1)} inside double quotes, expected an escape of YAML`, ESCAPE);
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
      return at('Unexpected `&`, `*` or `!` at the start of a value, expected quotes around it');
    case 'MULTIPLE_DOCS':
      return at('Unexpected second YAML document, expected one');
    case 'RESOURCE_EXHAUSTION':
      return at('Unexpected depth of brackets, expected a few levels');
    default:
      return explainLayout(yaml, error) ?? at(`Unexpected ${shown(yaml, start, end)}, expected the end of the value`);
  }
}

const ESCAPE = 'In double quotes `\\` starts an escape; use single quotes';

/** What the lines around the error show better than the parser can say it. */
function explainLayout(yaml: string, error: YAMLError): Explanation | undefined {
  const [position] = error.pos;
  const lines = [lineAt(yaml, position), lineAt(yaml, lineAt(yaml, position).end + 1)];
  for (const { start, text } of lines) {
    const glued = /^(\s*)([\p{L}_][\w-]*):([^\s:/][^\n]*)$/u.exec(text);
    if (glued) {
      const [, indent = '', key = '', value = ''] = glued;
      const from = start + indent.length + key.length;
      return {
        start: from,
        end: from + 1,
        reason: `Unexpected \`:\` without a space after it, expected \`${key}: …\``,
        note: `Write \`${key}: ${value.trim()}\``,
      };
    }
  }
  return explainIndent(lines) ?? explainBracket(yaml, error) ?? explainBareLine(lines[0]);
}

function explainIndent(lines: readonly Line[]): Explanation | undefined {
  const [here, next] = lines;
  const above = here && /^(\s*)([\p{L}_][\w-]*):\s+\S/u.exec(here.text);
  const below = next && /^(\s*)([\p{L}_][\w-]*):(?:\s|$)/u.exec(next.text);
  if (!above || !below) return undefined;
  const depth = below[1]?.length ?? 0;
  if (depth <= (above[1]?.length ?? 0)) return undefined;
  return {
    start: next.start,
    end: next.start + depth,
    reason: `Unexpected indentation before \`${below[2] ?? ''}\`, expected it right under \`${above[2] ?? ''}\``,
    note: undefined,
  };
}

function explainBracket(yaml: string, error: YAMLError): Explanation | undefined {
  const wanted = /end with a ([\]}])/u.exec(error.message)?.[1];
  if (!wanted) return undefined;
  const open = yaml.lastIndexOf(wanted === ']' ? '[' : '{', error.pos[0] - 1);
  if (open < 0) return undefined;
  const opening = yaml.charAt(open);
  return {
    start: open,
    end: open + 1,
    reason: `Unexpected \`${opening}\` without its \`${wanted}\`, expected one before the next key`,
    note: `If the value is text that starts with \`${opening}\`, put single quotes around it`,
  };
}

function explainBareLine(line: Line | undefined): Explanation | undefined {
  const text = line?.text.trim() ?? '';
  if (!line || text === '' || text.includes(':') || /^[-[{#'"]/u.test(text)) return undefined;
  const start = line.start + line.text.indexOf(text);
  return {
    start,
    end: start + text.length,
    reason: `Unexpected \`${text}\`, expected \`key: value\``,
    note: undefined,
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function lineAt(yaml: string, offset: number): Line {
  const start = offset > yaml.length ? yaml.length : yaml.lastIndexOf('\n', offset - 1) + 1;
  const found = yaml.indexOf('\n', start);
  const end = found < 0 ? yaml.length : found;
  return { start, end, text: yaml.slice(start, end).replace(/\r$/u, '') };
}

function shown(yaml: string, start: number, end: number): string {
  const text =
    yaml
      .slice(start, Math.max(end, start + 1))
      .split('\n', 1)[0]
      ?.trim() ?? '';
  return text === '' ? 'line break' : `\`${text}\``;
}
