import type { SceneText } from './list-texts.js';

/** What is wrong with the texts of a drawing. */
export interface Fault {
  readonly kind: 'overlap' | 'cut' | 'outside' | 'small';
  /** The texts, each once; of an overlap, the first two that meet and then all others. */
  readonly texts: readonly string[];
}

/** A drawing as its readers see it, in CSS pixels. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  /** What it is scaled down to. */
  readonly shown: number;
  readonly leastSize: number;
}

/** Finds texts that lie on each other, are cut, leave the picture, or are too small once the picture is shown. */
export function findFaults(texts: readonly SceneText[], seen: Seen): Fault[] {
  const { width, height } = seen;
  const found: Fault[] = [
    { kind: 'overlap', texts: overlapping(texts) },
    { kind: 'cut', texts: texts.filter(({ cut }) => cut).map(({ text }) => text) },
    { kind: 'outside', texts: texts.filter((text) => leaves(text, width, height)).map(({ text }) => text) },
    { kind: 'small', texts: tooSmall(texts, seen) },
  ];
  return found
    .map(({ kind, texts: shownTexts }) => ({ kind, texts: [...new Set(shownTexts)] }))
    .filter((fault) => fault.texts.length > 0);
}

/** The texts that are too small to be read where a drawing is shown. */
export function tooSmall(
  texts: readonly SceneText[],
  { width, shown, leastSize }: Pick<Seen, 'width' | 'shown' | 'leastSize'>,
): string[] {
  const scale = Math.min(1, shown / width);
  return texts.filter(({ size }) => size * scale < leastSize).map(({ text }) => text);
}

/** Smaller letters are hard to read, in CSS pixels: on a screen, and on paper, where they are sharper. */
export const LEAST_SIZE = { screen: 10, paper: 9 } as const;
/** More texts than this are a texture, not words. */
const MOST_COMPARED = 1500;

function overlapping(texts: readonly SceneText[]): string[] {
  const straight = texts.filter((text) => text.straight).slice(0, MOST_COMPARED);
  const found: string[] = [];
  for (const [index, one] of straight.entries())
    for (const other of straight.slice(index + 1)) if (meet(one, other)) found.push(one.text, other.text);
  return [...found, ...slantedOverlaps(texts)];
}

/** Labels that are slanted alike lie on each other when they stand nearer than their letters are high. */
function slantedOverlaps(texts: readonly SceneText[]): string[] {
  const slanted = texts.filter(({ straight, isAxisLabel }) => !straight && isAxisLabel);
  const sorted = slanted.toSorted((one, other) => one.right - other.right);
  return sorted.flatMap((one, index) => {
    const next = sorted[index + 1];
    if (next?.angle !== one.angle || next.text === one.text) return [];
    const apart = (next.right - one.right) * Math.abs(Math.sin((one.angle * Math.PI) / 180));
    return apart < one.size * LEAST_LEADING && Math.abs(next.top - one.top) < one.size ? [one.text, next.text] : [];
  });
}

/** Parts of the letters' size. */
const LEAST_LEADING = 0.75;

/** True when labels of an axis lie on each other, or stand so near that they read as one. */
export function isCrowded(texts: readonly SceneText[]): boolean {
  const labels = texts.filter(({ isAxisLabel }) => isAxisLabel);
  return overlapping(labels.map((label) => ({ ...label, right: label.right + LEAST_GAP }))).length > 0;
}

/** Between two labels side by side, and what they may lie on each other; CSS pixels. */
const LEAST_GAP = 5;

/** True when one hides a part of the other that matters; the same words in the same place are one text. */
function meet(one: SceneText, other: SceneText): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const line = Math.min(one.bottom - one.top, other.bottom - other.top);
  return !isOneText(one, other) && wide > 2 && high > line * 0.3;
}

function isOneText(one: SceneText, other: SceneText): boolean {
  const { text, left, top } = one;
  return text === other.text && Math.abs(left - other.left) < 1 && Math.abs(top - other.top) < 1;
}

function leaves({ left, top, right, bottom }: SceneText, width: number, height: number): boolean {
  return left < -SLACK || top < -SLACK || right > width + SLACK || bottom > height + SLACK;
}

/** A line's box is a little larger than its letters. */
const SLACK = 3;
