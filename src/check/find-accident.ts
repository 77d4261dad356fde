import type { Entity } from '../model/thread.js';

/** Endings of file names that are countries or trades of the internet too. */
const FILE_ENDINGS = new Set(['ai', 'app', 'cc', 'md', 'mov', 'pl', 'pm', 'ps', 'py', 'rs', 'sh', 'so', 'zip']);

/** Words that stand after an `@` which is read as “at”. */
const AT_WORDS = new Set([
  ...['all', 'everyone', 'here', 'home', 'least', 'midnight', 'most', 'night', 'noon', 'once', 'school', 'sea', 'work'],
]);

/** Says how to write what a platform makes live by accident; `undefined` where it was meant, or may have been. */
export function findAccident({ kind, start, end, value }: Entity, text: string): string | undefined {
  const written = text.slice(start, end);
  switch (kind) {
    case 'link':
      return linkAccident(written);
    case 'mention':
      return /^\d{1,2}(?:[ap]m)?$/i.test(value) || AT_WORDS.has(value.toLowerCase())
        ? 'Write “at”, or put a space after the `@`'
        : undefined;
    case 'hashtag':
      if (/^\d+(?:st|nd|rd|th)$/i.test(value)) return 'Write the number without the `#`';
      return /^(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value) && /\d/.test(value) && /[a-f]/i.test(value)
        ? 'Name the colour, or write its number without the `#`'
        : undefined;
  }
}

/** Only of a bare domain: who types `https://` or `www.` means it. */
function linkAccident(written: string): string | undefined {
  const labels = /^[^/?#:]+(?=$)/.exec(written)?.[0].split('.') ?? [];
  const [first = '', second = ''] = labels;
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || first.toLowerCase() === 'www') return undefined;
  if (labels.length === 2 && FILE_ENDINGS.has(last) && /^[\p{L}\p{N}_-]+$/u.test(first))
    return `Name the file in words, or put a space before the dot; for the site write \`https://${written}\``;
  // e.g.foo, i.e.so
  if (labels.length > 2 && first.length === 1 && second.length === 1)
    return `Put a space after \`${first}.${second}.\``;
  // It ended.In May
  if (labels.length === 2 && /^\p{Lu}\p{Ll}/u.test(last) && /\p{Ll}$/u.test(first))
    return 'Put a space after the full stop';
  return undefined;
}
