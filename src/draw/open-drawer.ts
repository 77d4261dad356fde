import { openChild, type Child } from '../child/open-child.js';
import type { Death, Reply } from '../child/protocol.js';
import { createMessage } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { PreparedChart } from '../model/chart.js';
import type { Picture } from '../model/picture.js';
import { OUTPUTS, type Output } from '../model/target.js';
import { missingCharacters } from './fonts.js';
import { CHART_FAMILY } from './theme.js';
import { faultMessages } from './fault-messages.js';
import { lossMessages } from './loss-messages.js';
import type { Look } from './look.js';
import { makePicture } from './make-picture.js';
import type { DrawAnswer, DrawMethods } from './protocol.js';
import { drawProblem } from './draw-problem.js';

/** What a drawer may use. */
export interface DrawerOptions {
  /** For one chart, in milliseconds. */
  readonly timeMs: number;
  /** For the drawing process. */
  readonly memoryMb: number;
  readonly look?: Look | undefined;
  /** Aborting ends the work that is under way. */
  readonly signal?: AbortSignal;
}

/** Draws charts, one after the other, in a process of its own that starts with the first. */
export interface Drawer extends AsyncDisposable {
  /**
   * Draws a chart for everything.
   *
   * @param outputs those that show it, for what is said of its drawings; all by default
   */
  draw(chart: PreparedChart, outputs?: readonly Output[]): Promise<Outcome<Picture | undefined>>;
}

const DEFAULTS: DrawerOptions = { timeMs: 20_000, memoryMb: 1024 };

/**
 * Opens a drawer. The process boundary is what holds a chart that never ends or eats all memory;
 * after such a one the next chart gets a new process.
 */
export function openDrawer(options: Partial<DrawerOptions> = {}): Drawer {
  return new ProcessDrawer({ ...DEFAULTS, ...options });
}

class ProcessDrawer implements Drawer {
  #child: Child<DrawMethods> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly options: DrawerOptions) {}

  draw(chart: PreparedChart, outputs: readonly Output[] = OUTPUTS): Promise<Outcome<Picture | undefined>> {
    // In turn, so that a chart's time is its own.
    const drawn = this.#last.then(() => this.#draw(chart, outputs));
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#child?.[Symbol.asyncDispose]();
  }

  async #draw(chart: PreparedChart, outputs: readonly Output[]): Promise<Outcome<Picture | undefined>> {
    const { name, spec, source, setting } = chart;
    if (!this.#child || this.#child.death?.cause === 'timeout' || isExhausted(this.#child.death))
      this.#child = this.#open();
    const reply = await this.#child.call(
      'draw',
      { name, spec, source, setting, ...this.options.look },
      { timeoutMs: this.options.timeMs },
    );
    const answer = readReply(reply, this.options);
    if (answer.kind === 'failed') {
      const messages = answer.problems.map((problem): Message => {
        const { rule, reason, note } = drawProblem(problem);
        return createMessage(rule, chart.place, reason, note);
      });
      return { value: undefined, messages };
    }
    const missing = missingCharacters(answer.post.text + answer.page.text, CHART_FAMILY, this.options.look?.fonts);
    const messages = [
      ...(missing.length === 0 ? [] : [missingMessage(chart, missing)]),
      ...lossMessages(chart, answer.losses),
      ...faultMessages(chart, answer.faults, outputs),
    ];
    return { value: await makePicture(name, answer, this.options.look), messages };
  }

  #open(): Child<DrawMethods> {
    const { memoryMb, signal } = this.options;
    // Below the watchdog's cap, so that a heap that fills up ends in Node's own words.
    const nodeArgs = [
      `--max-old-space-size=${Math.floor(memoryMb * 0.75).toString()}`,
      '--expose-gc',
      '--disallow-code-generation-from-strings',
    ];
    return openChild<DrawMethods>({ entry: 'draw/child', memoryMb, nodeArgs, signal });
  }
}

/** Ended by what a chart did, so that a new process is worth opening. */
function isExhausted(death: Death | undefined): boolean {
  return death?.cause === 'memory' || death?.cause === 'crash';
}

function readReply(reply: Reply<DrawAnswer>, { timeMs, memoryMb }: DrawerOptions): DrawAnswer {
  const failed = (problem: string): DrawAnswer => ({ kind: 'failed', problems: [problem] });
  switch (reply.kind) {
    case 'answer':
      return reply.value;
    case 'thrown':
      return failed(reply.message);
    case 'timeout':
      return failed(`It took longer than ${(timeMs / 1000).toString()} seconds`);
    case 'dead':
      return deadAnswer(reply.death, memoryMb, failed);
    default:
      return reply satisfies never;
  }
}

function deadAnswer(death: Death, memoryMb: number, failed: (problem: string) => DrawAnswer): DrawAnswer {
  switch (death.cause) {
    case 'timeout':
    case 'aborted':
    case 'closed':
      return failed('The drawing was ended');
    case 'memory':
      return failed(`It needed more than ${memoryMb.toString()} MB of memory`);
    case 'crash':
      if (/heap out of memory|Allocation failed/i.test(death.detail))
        return failed(`It needed more than ${memoryMb.toString()} MB of memory`);
      return failed(`The drawing process ended: ${death.detail.split('\n')[0] ?? ''}`);
    default:
      return death.cause satisfies never;
  }
}

function missingMessage({ name, place }: PreparedChart, missing: readonly string[]): Message {
  const shown = missing.slice(0, 8).map((character) => `\`${character}\``);
  const reason = `Unexpected ${shown.join(', ')} in the chart \`${name}\`: none of the bundled fonts has ${missing.length === 1 ? 'it' : 'them'}`;
  return createMessage(
    'font-missing',
    place,
    reason,
    'Leave it out, or write it in letters: the picture would show a box',
  );
}
