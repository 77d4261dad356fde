import type { Case, Hedge, NamedPart, Ratio, RatioFrame } from '../locale.js';

/** In the nominative, before a noun; a dual has another form elsewhere. */
const PARTS: Readonly<Record<NamedPart, string>> = {
  half: 'نصف',
  third: 'ثلث',
  quarter: 'ربع',
  fifth: 'خمس',
  tenth: 'عشر',
  'two-thirds': 'ثلثا',
  'three-quarters': 'ثلاثة أرباع',
  'two-fifths': 'خمسا',
  'three-fifths': 'ثلاثة أخماس',
  'four-fifths': 'أربعة أخماس',
  'nine-tenths': 'تسعة أعشار',
};
const OF: Readonly<Record<RatioFrame, string>> = { many: ' العدد', much: ' المقدار', bare: '' };

/** A part before its noun: `ثلثا`, `قرابة ثلثي`, `أكثر بقليل من ثلثي`. */
export function partWords(part: NamedPart, hedge: Hedge, kase: Case): string {
  const lead = { exact: '', almost: 'قرابة ', more: 'أكثر بقليل من ' }[hedge];
  return lead + standing(part, hedge === 'exact' ? kase : 'gen');
}

/** How many times as many: `3 أضعاف العدد`, `19 ضعف العدد`; with nothing behind it, for a noun of the writer's. */
export function ratioWords(ratio: Ratio, frame: RatioFrame, kase: Case): string {
  const of = OF[frame];
  switch (ratio.kind) {
    case 'same':
      return frame === 'bare' ? 'مثل' : `${of.trim()} نفسه`;
    case 'near':
      if (frame === 'bare') return ratio.side === 'above' ? 'أعلى بقليل من' : 'أقل بقليل من';
      return `${ratio.side === 'above' ? 'نحو' : 'قرابة'}${of} نفسه`;
    case 'twice':
      return `${hedged(ratio.hedge)}ضعف${of}`;
    case 'multiple':
      // Behind a number with decimals the form of the noun is in dispute
      if (ratio.percent !== undefined) return `${hedged(ratio.hedge)}${ratio.percent} من${of}`;
      return `${hedged(ratio.hedge)}${ratio.number} ${ratio.category === 'few' ? 'أضعاف' : 'ضعف'}${of}`;
    case 'part':
      return `${hedged(ratio.hedge)}${standing(ratio.part, ratio.hedge === 'exact' ? kase : 'gen')}${of}`;
    case 'percent':
      return `${ratio.percent} من${of}`;
    default:
      return ratio satisfies never;
  }
}

function standing(part: NamedPart, kase: Case): string {
  return kase === 'nom' ? PARTS[part] : PARTS[part].replace(/ا$/, 'ي');
}

function hedged(hedge: Hedge): string {
  return { exact: '', almost: 'قرابة ', more: 'أكثر من ' }[hedge];
}
