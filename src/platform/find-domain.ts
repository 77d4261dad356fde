import { ASCII_TLDS, NATIVE_TLDS } from './tlds.js';

/** What no label of a domain holds: ASCII punctuation but quotes, spaces, non-characters and direction marks. */
const NO_LABEL =
  /[!'#%&()*+,\\\-./:;<=>?@[\]^_{|}~$\t-\r \u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFFFE\uFEFF\uFFFF\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069]/;

/*
 * No label of more than 63 characters is valid, so a longer run need not be read to its end again and again.
 * One in Latin letters starts at most once a word.
 */
const LONGEST = { latin: 4096, other: 130 };
/** A domain has no more (RFC 1035: 255 octets). */
const MOST_LABELS = 127;

/** Latin letters with accents, as twitter-text takes them in domains and paths; for a character class. */
export const LATIN_ACCENTS =
  '\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF';

const LATIN_LABEL = new RegExp(`[-a-z0-9${LATIN_ACCENTS}]`, 'i');

/**
 * Says where the domain that starts at an offset of a text ends: labels of any letters, the last before the top-level domain
 * without `_`, and the last known top-level domain that fits. `undefined` when there is none. A label is looked at once,
 * however many domains could start before it.
 */
export function domainEnds(text: string): (start: number) => number | undefined {
  const labels = new Map<number, Label | undefined>();
  const starts = new Map<number, number>();
  const readOnce = (at: number): Label | undefined =>
    readLabel(text, at, (label, end) => {
      const first = starts.get(end) ?? partsStart(text, end, isLabelPart);
      starts.set(end, first);
      return first <= at && isLabelEdge(label.at(0)) && isLabelEdge(label.at(-1));
    });
  const labelAt = (at: number): Label | undefined => {
    if (!labels.has(at)) labels.set(at, readOnce(at));
    return labels.get(at);
  };
  return (start) => lastTldEnd(start, labelAt);
}

/** The parts of a domain that are in Latin letters: what X links where nobody typed `https://`. */
export function findLatinDomains(domain: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const labelAt = (at: number): Label | undefined =>
    readLabel(domain, at, (label) => label.split('').every((character) => LATIN_LABEL.test(character)));
  let at = 0;
  while (at < domain.length) {
    const end = lastTldEnd(at, labelAt);
    if (end !== undefined) found.push({ start: at, end });
    at = end ?? at + 1;
  }
  return found;
}

/** A label with a point behind it. */
interface Label {
  /** Where the point stands. */
  readonly end: number;
  /** Where the top-level domain behind it ends. */
  readonly tldEnd: number | undefined;
}

function lastTldEnd(start: number, labelAt: (at: number) => Label | undefined): number | undefined {
  let best: number | undefined;
  let label = labelAt(start);
  for (let labels = 0; label && labels < MOST_LABELS; labels += 1) {
    best = label.tldEnd ?? best;
    label = labelAt(label.end + 1);
  }
  return best;
}

function readLabel(text: string, at: number, isLabel: (label: string, end: number) => boolean): Label | undefined {
  // The point first: where none follows, as in most texts, the letters need not be looked at one by one
  const most = /[a-z0-9]/i.test(text.charAt(at)) ? LONGEST.latin : LONGEST.other;
  const length = text.slice(at, at + most + 2).indexOf('.');
  if (length < 1) return undefined;
  const end = at + length;
  const label = text.slice(at, end);
  if (!isLabel(label, end)) return undefined;
  return { end, tldEnd: label.includes('_') ? undefined : tldEnd(text, end + 1) };
}

/** Where the characters start that may all be of the label before a point. */
function partsStart(text: string, end: number, isPart: (character: string) => boolean): number {
  let start = end;
  while (start > 0 && isPart(text.charAt(start - 1))) start -= 1;
  return start;
}

/** A known top-level domain counts only as a whole word of ASCII; letters of another script may follow, as in `example.comを`. */
function tldEnd(text: string, start: number): number | undefined {
  const latin = matchAt(/[a-z]+/iy, text, start);
  if (latin !== undefined && ASCII_TLDS.has(latin.toLowerCase()) && endsTld(text, start + latin.length)) {
    return start + latin.length;
  }
  const punycode = matchAt(/xn--[-0-9a-z]+/iy, text, start);
  if (punycode !== undefined) return start + punycode.length;
  const native = NATIVE_TLDS.get(text.charAt(start).toLowerCase())?.find((tld) => {
    const end = start + tld.length;
    return text.slice(start, end).toLowerCase() === tld && endsTld(text, end);
  });
  return native === undefined ? undefined : start + native.length;
}

function endsTld(text: string, end: number): boolean {
  return !/[0-9a-z@+-]/i.test(text.charAt(end));
}

function isLabelPart(character: string): boolean {
  return character === '_' || character === '-' || isLabelEdge(character);
}

function isLabelEdge(character: string | undefined): boolean {
  return character !== undefined && !NO_LABEL.test(character);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
