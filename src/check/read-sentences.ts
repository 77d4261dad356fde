import type { Draft } from '../model/draft.js';
import type { SourceFile, Span } from '../model/position.js';
import type { Story } from '../model/story.js';
import { cutAt, type SentenceCut } from './cut-sentences.js';
import { lintPassage } from './lint-passage.js';
import { passagesOf, type Passage } from './passage.js';

/** What stands in a cut of a draft as a target has it. */
export interface SentenceReading {
  /** Its rounds one after the other, where it stands in a loop. */
  readonly text: string;
  readonly findings: readonly { readonly rule: string; readonly reason: string }[];
}

/** Reads the sentences of a story by the cuts of its draft; passages that are as in `known` are not linted again. */
export function readSentences(
  story: Story,
  draft: Draft,
  cuts: readonly SentenceCut[],
  known?: ReadonlySet<string>,
): ReadonlyMap<number, SentenceReading> {
  const isLinted = /^en\b/i.test(draft.frontMatter.lang);
  const pieces = new Map<number, string[]>();
  const findings = new Map<number, { rule: string; reason: string }[]>();
  for (const passage of passagesOf(story, draft)) {
    for (const { cut, text } of piecesOf(passage, draft.source, cuts))
      pieces.set(cut, [...(pieces.get(cut) ?? []), text]);
    if (!isLinted || known?.has(passage.text)) continue;
    for (const { rule, start, reason } of lintPassage(passage, draft, story.target)) {
      if (draft.frontMatter.lints.get(rule) === 'off') continue;
      const cut = cutAt(cuts, passage.units[start]?.span.start ?? 0);
      findings.set(cut, [...(findings.get(cut) ?? []), { rule, reason }]);
    }
  }
  return new Map([...pieces].map(([cut, texts]) => [cut, { text: joined(texts), findings: findings.get(cut) ?? [] }]));
}

/** The texts of a story’s passages, to know them again. */
export function passageTexts(story: Story, draft: Draft): ReadonlySet<string> {
  return new Set(passagesOf(story, draft).map(({ text }) => text));
}

function piecesOf(
  { text, units }: Passage,
  source: SourceFile,
  cuts: readonly SentenceCut[],
): { cut: number; text: string }[] {
  const pieces: { cut: number; text: string }[] = [];
  units.forEach(({ span }, at) => {
    const character = text.charAt(at) === GAP ? codeAt(span, source) : text.charAt(at);
    const last = pieces.at(-1);
    const isIn =
      last !== undefined &&
      (cuts[last.cut]?.start ?? 0) <= span.start &&
      span.start < (cuts[last.cut + 1]?.start ?? Infinity);
    // Spaces go with what stands before them
    if (last && (isIn || /\s/.test(character))) last.text += character;
    else pieces.push({ cut: cutAt(cuts, span.start), text: character });
  });
  return pieces
    .map(({ cut, text: own }) => ({ cut, text: own.replace(/\s+/g, ' ').trim() }))
    .filter(({ cut, text: own }) => cut >= 0 && own !== '');
}

/** What a passage has in place of code and addresses. */
const GAP = '\uFFFC';

/** Code and addresses as they were typed. */
function codeAt({ start, end }: Span, { text }: SourceFile): string {
  return text.slice(start, end).replaceAll('`', '');
}

/** A reader looks at a few rounds of a loop. */
const MOST_ROUNDS = 4;

function joined(texts: readonly string[]): string {
  const more = texts.length - MOST_ROUNDS;
  return more > 0 ? `${texts.slice(0, MOST_ROUNDS).join(' / ')} / and ${more} more` : texts.join(' / ');
}
