import type { Place } from '../model/position.js';
import type { TargetName } from '../model/target.js';
import type { Mutation, Variant, VariantReason, VariedSentence } from '../model/variation.js';

/** A sentence in one target, under one change. */
export interface Reading {
  readonly place: Place;
  readonly target: TargetName;
  /** As it is. */
  readonly before: string;
  /** `undefined` for the first reading, of the data as they are. */
  readonly mutation: Mutation | undefined;
  readonly kind: Variant['kind'];
  readonly text: string;
  readonly reasons: readonly VariantReason[];
}

/** Puts together what is the same: sentences of several targets, and changes that make the same words of them. */
export function gatherSentences(readings: readonly Reading[]): readonly VariedSentence[] {
  const sentences = new Map<string, { place: Place; text: string; targets: Set<TargetName>; own: Reading[] }>();
  for (const reading of readings) {
    const { place, before, target } = reading;
    const key = `${place.line}:${place.column} ${before}`;
    const sentence = sentences.get(key) ?? { place, text: before, targets: new Set(), own: [] };
    sentences.set(key, sentence);
    sentence.targets.add(target);
    if (reading.mutation) sentence.own.push(reading);
  }
  return [...sentences.values()]
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .map(({ place, text, targets, own }) => ({ place, text, targets: [...targets], variants: variantsOf(own) }));
}

const ORDER: readonly Variant['kind'][] = ['failed', 'disliked', 'gone', 'said', 'same'];

function variantsOf(readings: readonly Reading[]): readonly Variant[] {
  const variants = new Map<string, Reading & { mutations: Set<Mutation> }>();
  for (const reading of readings) {
    const { kind, reasons, mutation } = reading;
    // What is not published has no words
    const text = kind === 'failed' ? '' : reading.text;
    const key = JSON.stringify([kind, text, reasons]);
    const variant = variants.get(key) ?? { ...reading, text, mutations: new Set() };
    variants.set(key, variant);
    if (mutation) variant.mutations.add(mutation);
  }
  return [...variants.values()]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(({ kind, text, reasons, mutations }) => ({ kind, text, reasons, mutations: [...mutations] }));
}
