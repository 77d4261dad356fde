import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';
import type { PreparedChart } from '../model/chart.js';
import type { Fault } from './find-faults.js';
import type { Sheet } from './protocol.js';

/** Says at a chart's place what cannot be read in it: once, whether on a page or in the post's picture. */
export function faultMessages(
  chart: Pick<PreparedChart, 'name' | 'place'>,
  { page, post }: { readonly page: Pick<Sheet, 'faults'>; readonly post: Pick<Sheet, 'faults'> },
): Message[] {
  const onlyInPost = post.faults.filter(({ kind }) => page.faults.every((fault) => fault.kind !== kind));
  return [
    ...page.faults.map((fault) => [fault, ''] as const),
    ...onlyInPost.map((fault) => [fault, IN_POST] as const),
  ].map(([{ kind, texts }, where]) => {
    const { rule, what, note } = WORDS[kind];
    return createMessage(
      rule,
      chart.place,
      `Unexpected ${what} in the chart \`${chart.name}\`${where}: ${list(texts)}`,
      note,
    );
  });
}

const IN_POST = ', in the picture for posts';

const WORDS: Readonly<Record<Fault['kind'], { rule: RuleId; what: string; note: string }>> = {
  overlap: {
    rule: 'chart-text-overlap',
    what: 'texts on each other',
    note: 'Show fewer of them, or give the chart more room: a larger `height`, names on the `y` axis',
  },
  cut: {
    rule: 'chart-text-cut',
    what: 'text that was cut',
    note: 'Shorten it in the query, or set a larger `labelLimit`',
  },
  outside: {
    rule: 'chart-text-outside',
    what: 'text that runs out of the picture',
    note: 'Shorten it, or move it with `align`, `dx` or a wider scale',
  },
  small: {
    rule: 'chart-text-small',
    what: 'text smaller than 10 pixels',
    note: 'Leave `fontSize` out, or make the chart less wide',
  },
};

function list(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_SHOWN).map((text) => `\`${text}\``);
  const more = texts.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more.toString()} more` : ''}`;
}

const MOST_SHOWN = 4;
