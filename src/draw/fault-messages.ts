import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';
import type { PreparedChart } from '../model/chart.js';
import type { Output } from '../model/target.js';
import type { Fault } from './find-faults.js';
import type { Showing } from './protocol.js';

/**
 * Says at a chart's place what cannot be read in it: each kind of fault once, with where it is seen, unless that is
 * everywhere.
 *
 * @param outputs those that show the chart; its post picture is a file of its own in any case
 */
export function faultMessages(
  chart: Pick<PreparedChart, 'name' | 'place'>,
  faults: Readonly<Record<Showing, readonly Fault[]>>,
  outputs: readonly Output[],
): Message[] {
  const seen = SHOWINGS.filter(({ output }) => output === 'thread' || outputs.includes(output));
  return KINDS.flatMap((kind) => {
    const found = seen.flatMap(({ showing, where }) => {
      const texts = faults[showing].find((fault) => fault.kind === kind)?.texts ?? [];
      return texts.length > 0 ? [{ where, texts }] : [];
    });
    if (found.length === 0) return [];
    const { rule, what, note } = WORDS[kind];
    const where = found.length === seen.length ? '' : ` ${listed(found.map((one) => one.where))}`;
    const texts = [...new Set(found.flatMap((one) => one.texts))];
    const reason = `Unexpected ${what} in the chart \`${chart.name}\`${where}: ${shorten(texts)}`;
    return [createMessage(rule, chart.place, reason, note)];
  });
}

const SHOWINGS: readonly { readonly showing: Showing; readonly output: Output; readonly where: string }[] = [
  { showing: 'page', output: 'brief', where: 'on a page' },
  { showing: 'phone', output: 'brief', where: 'on a phone' },
  { showing: 'print', output: 'report', where: 'in print' },
  { showing: 'post', output: 'thread', where: 'in the picture for posts' },
];

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
    what: 'text too small to read',
    note: 'Leave `fontSize` out, or make the chart less wide',
  },
};

const KINDS = Object.keys(WORDS) as readonly Fault['kind'][];

function listed(places: readonly string[]): string {
  return places.length < 2 ? places.join('') : `${places.slice(0, -1).join(', ')} and ${places.at(-1) ?? ''}`;
}

function shorten(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_SHOWN).map((text) => `\`${text}\``);
  const more = texts.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more.toString()} more` : ''}`;
}

const MOST_SHOWN = 4;
