import { cutToWidth } from '../diagnostic/display-width.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { Step } from '../model/step.js';
import type { Terminal } from './terminal.js';

const DOING: Record<Step, string> = {
  parse: 'reading',
  query: 'asking the data',
  fill: 'filling the words',
  chart: 'drawing charts',
  render: 'making pages',
  print: 'printing the report',
};

/** Shows on a terminal, on one line that goes away, what is being done; elsewhere nothing. */
export class Progress {
  private shown = false;

  constructor(private readonly terminal: Terminal) {}

  step(draft: string, step: Step, index: number, count: number): void {
    this.show(`[${index + 1}/${count}] ${visibleLine(draft)}: ${DOING[step]} …`);
  }

  /** Of many changes of a draft's data. */
  count(draft: string, done: number, count: number): void {
    this.show(`${visibleLine(draft)}: ${done} of ${count} changes tried …`);
  }

  private show(line: string): void {
    const { columns } = this.terminal;
    if (columns === undefined) return;
    this.terminal.err(`\r\u001b[2K${cutToWidth(line, Math.max(1, columns - 1))}`);
    this.shown = true;
  }

  clear(): void {
    if (this.shown) this.terminal.err('\r\u001b[2K');
    this.shown = false;
  }
}
