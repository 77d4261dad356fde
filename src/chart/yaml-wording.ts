import type { ErrorCode } from 'yaml';

/** Says in the words of a writer what YAML's parser found. */
export function yamlWording(code: ErrorCode, message: string): { reason: string; note: string | undefined } {
  if (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys'))
    return { reason: 'Unexpected line without a `:`, expected a key and its value', note: undefined };
  return (
    WORDINGS[code] ?? { reason: `Unexpected YAML: ${lowerFirst(message.replace(/\s+/g, ' ').trim())}`, note: undefined }
  );
}

const WORDINGS: Partial<Record<ErrorCode, { reason: string; note: string | undefined }>> = {
  TAB_AS_INDENT: { reason: 'Unexpected tab, expected spaces to indent', note: undefined },
  DUPLICATE_KEY: { reason: 'Unexpected second key of the same name', note: 'Keep one of the two' },
  BLOCK_AS_IMPLICIT_KEY: {
    reason: 'Unexpected second `:` in one line, expected one key and its value',
    note: 'Put quotes around a text that holds a colon',
  },
  BAD_INDENT: { reason: 'Unexpected indentation, or a bracket that is not closed', note: undefined },
  TAG_RESOLVE_FAILED: {
    reason: 'Unexpected `!` tag, expected plain values',
    note: 'Put quotes around a text that starts with `!`',
  },
  MULTIPLE_DOCS: { reason: 'Unexpected `---`, expected one specification', note: undefined },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
