/** Why a YAML value cannot be read, at a range of the YAML text. */
export interface YamlFault {
  readonly start: number;
  /** True when a quote was opened and never closed. */
  readonly unclosed: boolean;
}

/** A value that needs quotes, with the text that keeps its length and can be read instead. */
export interface YamlRepair {
  readonly start: number;
  readonly end: number;
  /** What the writer most likely meant. */
  readonly text: string;
  readonly reason: string;
  readonly note: string;
  /** The whole YAML with a placeholder of the same length in the value's place. */
  readonly yaml: string;
}

/**
 * Finds the value that a fault is about and what it should have been, when quotes around it would mend it:
 * a tag at its start, `: ` inside it, quotes inside quotes. The placeholder keeps every other place true.
 */
export function repairYaml(yaml: string, fault: YamlFault): YamlRepair | undefined {
  const lineStart = yaml.lastIndexOf('\n', fault.start - 1) + 1;
  const line = yaml.slice(lineStart, lineEnd(yaml, lineStart));
  const prefix = ENTRY.exec(line)?.[0] ?? '';
  const start = lineStart + prefix.length;
  if (fault.start > start && yaml.startsWith('{{', fault.start)) return repairFlow(yaml, fault.start);
  if (prefix.trim() === '') return yaml.startsWith('{{', fault.start) ? repairFlow(yaml, fault.start) : undefined;
  const end = valueEnd(yaml, start, /^\s*/u.exec(prefix)?.[0].length ?? 0);
  const written = yaml.slice(start, end);
  if (!mendable(written, fault)) return undefined;
  const text = unquote(written, fault.unclosed);
  return {
    start,
    end,
    text,
    reason: reasonFor(written, fault, fault.start - start),
    note: `Put single quotes around it: \`${prefix.trimStart()}${quoteSingle(text)}\``,
    yaml: mask(yaml, start, end),
  };
}

const ENTRY = /^\s*(?:- +)*(?:[\p{L}_][^\s:{}[\],"'#]*:[ \t]+)?/u;

/** A tag inside `[…]` or `{…}`: it ends with its braces and what is glued to them. */
function repairFlow(yaml: string, start: number): YamlRepair | undefined {
  const close = yaml.indexOf('}}', start);
  if (close < 0 || close > lineEnd(yaml, start)) return undefined;
  const rest = /^[^,\]}\n]*/u.exec(yaml.slice(close + 2))?.[0] ?? '';
  const end = start + yaml.slice(start, close + 2 + rest.length).trimEnd().length;
  const text = yaml.slice(start, end);
  return {
    start,
    end,
    text,
    reason: TAG_REASON,
    note: `Put single quotes around it: \`${quoteSingle(text)}\``,
    yaml: mask(yaml, start, end),
  };
}

const TAG_REASON = 'Unexpected `{{` at the start of a value, expected quotes around it';

function mendable(written: string, fault: YamlFault): boolean {
  if (fault.unclosed) return true;
  if (written.startsWith('{{') || /^\[[^\]]*\]\(/u.test(written)) return true;
  if (/^[[{|>]/u.test(written)) return false;
  return /^['"%@`*&!]/u.test(written) || /:(?:\s|$)/u.test(written);
}

function reasonFor(written: string, { unclosed }: YamlFault, at: number): string {
  const first = written.charAt(0);
  if (unclosed) return `Unexpected end of a value, expected a closing \`${first}\``;
  if (written.startsWith('{{')) return TAG_REASON;
  if (first === '[') return 'Unexpected link at the start of a value, expected quotes around it';
  if (first === '"' && written.charAt(at) === '\\') {
    return `Unexpected \`${written.slice(at, at + 2)}\` inside double quotes, expected an escape of YAML`;
  }
  if (first === "'" || first === '"')
    return `Unexpected \`${first}\` inside a value, expected it only around the value`;
  if (/^[%@`*&!]/u.test(written)) {
    const shown = first === '`' ? 'backtick' : `\`${first}\``;
    return `Unexpected ${shown} at the start of a value, expected quotes around it`;
  }
  return 'Unexpected `: ` inside a value, expected quotes around it';
}

/** Where a value ends that begins on this line: before a comment, or on the last line that continues it. */
function valueEnd(yaml: string, start: number, indent: number): number {
  let end = lineEnd(yaml, start);
  const comment = /\s#(?:\s|$)/u.exec(yaml.slice(start, end));
  if (comment) return start + yaml.slice(start, start + comment.index).trimEnd().length;
  while (end < yaml.length) {
    const next = yaml.slice(end + 1, lineEnd(yaml, end + 1));
    const depth = /^\s*/u.exec(next)?.[0].length ?? 0;
    if (depth <= indent || depth === next.length || /^\s*(?:- |#|[\p{L}_][\w-]*:(?:\s|$))/u.test(next)) break;
    end += 1 + next.length;
  }
  return start + yaml.slice(start, end).trimEnd().length;
}

function lineEnd(yaml: string, from: number): number {
  const end = yaml.indexOf('\n', from);
  return end < 0 ? yaml.length : end;
}

function unquote(written: string, unclosed: boolean): string {
  const line = written.replace(/\s*\n\s*/gu, ' ');
  const first = line.charAt(0);
  if (first !== "'" && first !== '"') return line;
  const closed = line.length > 1 && line.endsWith(first);
  if (!closed && !unclosed) return line;
  const inner = line.slice(1, closed ? -1 : undefined);
  return first === '"' ? inner.replaceAll('\\"', '"') : inner.replaceAll("''", "'");
}

function quoteSingle(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function mask(yaml: string, start: number, end: number): string {
  const inner = yaml.slice(start + 1, end - 1).replace(/\S/gu, (unit) => 'x'.repeat(unit.length));
  return yaml.slice(0, start) + (end - start < 2 ? 'x' : `"${inner}"`) + yaml.slice(end);
}
