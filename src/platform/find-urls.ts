import { domainEnds, findLatinDomains } from './find-domain.js';
import { asciiLabelLength } from './punycode-length.js';

/** Which characters a platform takes into a URL; each expression tests one UTF-16 unit. */
export interface UrlGrammar {
  readonly path: RegExp;
  /** What a path may end with, besides a pair of brackets. */
  readonly pathEnd: RegExp;
  readonly query: RegExp;
  readonly queryEnd: RegExp;
  /** Whether a path may end with a pair of brackets that stands after punctuation, as in `/a,(b)`. */
  readonly bracketsAfterPunctuation: boolean;
}

/** A URL as it stands in a text; offsets are UTF-16. */
export interface Url {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** False for a bare domain such as `example.org/x`. */
  readonly protocol: boolean;
  /** How many units the platform replaces by its short link; less than the whole in one odd case, see `bareUrls`. */
  readonly replaced: number;
}

const PROTOCOL = /https?:\/\//iy;
const PORT = /:[0-9]+/y;
/** A URL does not start inside a word, a handle, a hashtag or a cashtag. */
const GLUE = /[A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF]/;
const BARE_GLUE = /[-_./]/;
const MAX_URL = 4096;
const MAX_LABEL = 63;
const IDEOGRAPHIC_DOT = /[\u3002\uFF0E\uFF61]/;

/** Finds URLs and bare domains as twitter-text does, whose rule Mastodon's derives from. */
export function findUrls(text: string, grammar: UrlGrammar): Url[] {
  const urls: Url[] = [];
  const domainEnd = domainEnds(text);
  // Every domain has a point
  const lastPoint = text.lastIndexOf('.');
  let at = 0;
  while (at < lastPoint) {
    const candidate = candidateAt(text, at, domainEnd);
    if (!candidate) {
      at += 1;
      continue;
    }
    const pathStart = candidate.domainEnd + lengthAt(PORT, text, candidate.domainEnd);
    const pathEnd = scanPath(text, pathStart, grammar);
    const end = scanQuery(text, pathEnd, grammar);
    urls.push(...accept(text, { ...candidate, end, hasPath: pathEnd > pathStart }));
    at = end;
  }
  return urls;
}

interface Candidate {
  readonly start: number;
  readonly protocol: string;
  readonly domainStart: number;
  readonly domainEnd: number;
}

/** The character at `at` stands before a URL, or the text starts with one. */
function candidateAt(text: string, at: number, domainEnd: DomainEnd): Candidate | undefined {
  const inside = GLUE.test(text.charAt(at)) ? undefined : urlAt(text, at + 1, domainEnd);
  return inside ?? (at === 0 ? urlAt(text, 0, domainEnd) : undefined);
}

type DomainEnd = ReturnType<typeof domainEnds>;

function urlAt(text: string, start: number, domainEnd: DomainEnd): Candidate | undefined {
  const protocol = text.slice(start, start + lengthAt(PROTOCOL, text, start));
  const domainStart = start + protocol.length;
  const end = domainEnd(domainStart);
  return end === undefined ? undefined : { start, protocol, domainStart, domainEnd: end };
}

function accept(text: string, found: Candidate & { readonly end: number; readonly hasPath: boolean }): Url[] {
  const { start, protocol, end } = found;
  const domain = text.slice(found.domainStart, found.domainEnd);
  if (!isDomain(domain) || (protocol || 'https://').length + end - start > MAX_URL) return [];
  if (protocol === '') return bareUrls(text, domain, found);
  return [{ start, end, text: text.slice(start, end), protocol: true, replaced: end - start }];
}

/**
 * Of a domain without protocol only the parts in Latin letters are links, the last one with the path. X's own library takes
 * the path even where letters of another script stand between them, but then replaces fewer characters than it links.
 */
function bareUrls(text: string, domain: string, found: Candidate & { end: number; hasPath: boolean }): Url[] {
  if (BARE_GLUE.test(text.charAt(found.start - 1))) return [];
  const parts = findLatinDomains(domain);
  return parts.map((part, index) => {
    const takesPath = found.hasPath && index === parts.length - 1;
    const start = found.start + part.start;
    const end = takesPath ? found.end : found.start + part.end;
    const replaced = part.end - part.start + (takesPath ? found.end - found.domainEnd : 0);
    return { start, end, text: text.slice(start, end), protocol: false, replaced };
  });
}

/** Every label fits DNS when encoded; a domain that starts encoded must have a known ending. */
function isDomain(domain: string): boolean {
  if (domain.startsWith('xn--') && findLatinDomains(domain).length === 0) return false;
  return domain.split('.').every((label) => {
    const parts = label.split(IDEOGRAPHIC_DOT);
    const length = parts.reduce((sum, part) => sum + asciiLabelLength(part), parts.length - 1);
    return length >= 1 && length <= MAX_LABEL;
  });
}

function scanPath(text: string, start: number, grammar: UrlGrammar): number {
  if (text.charAt(start) !== '/') return start;
  let end = start + 1;
  for (let at = end; at < text.length;) {
    const brackets = bracketsLength(text, at, grammar);
    if (brackets === 0 && !grammar.path.test(text.charAt(at))) break;
    const ends = brackets > 0 ? at === end || grammar.bracketsAfterPunctuation : grammar.pathEnd.test(text.charAt(at));
    at += Math.max(brackets, 1);
    if (ends) end = at;
  }
  return end;
}

/** Round brackets belong to a path in pairs, with one more pair in them at most. */
function bracketsLength(text: string, start: number, grammar: UrlGrammar): number {
  if (text.charAt(start) !== '(') return 0;
  let at = skip(text, start + 1, grammar.path);
  if (text.charAt(at) === '(') {
    const inner = skip(text, at + 1, grammar.path);
    if (inner === at + 1 || text.charAt(inner) !== ')') return 0;
    at = skip(text, inner + 1, grammar.path);
  } else if (at === start + 1) return 0;
  return text.charAt(at) === ')' ? at + 1 - start : 0;
}

function scanQuery(text: string, start: number, grammar: UrlGrammar): number {
  if (text.charAt(start) !== '?') return start;
  let end = skip(text, start + 1, grammar.query);
  while (end > start + 1 && !grammar.queryEnd.test(text.charAt(end - 1))) end -= 1;
  return end > start + 1 ? end : start;
}

function skip(text: string, start: number, class_: RegExp): number {
  let at = start;
  while (at < text.length && class_.test(text.charAt(at))) at += 1;
  return at;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
