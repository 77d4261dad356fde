import type { Element, ElementContent } from 'hast';
import type { Rich, StoryCell, StoryMedia, StoryTable } from '../../model/story.js';
import { fitTable } from './fit-table.js';
import { measureTable } from './measure-table.js';
import type { PageContext } from './page-context.js';
import { createSlot, type Slot } from './slot.js';
import { scrollBox } from './table-element.js';
import { tableFigure } from './table-figure.js';

/** A table of data, numbered, with its notes below it; its first cell of each row is the row's head. */
export function dataTable(
  table: StoryTable,
  media: StoryMedia,
  { caption, rich }: { readonly caption: ElementContent[]; readonly rich: (words: Rich) => ElementContent[] },
  context: PageContext,
): Slot {
  const head = table.columns.map(({ label }, index) => cell('th', index, rich(label), { scope: 'col' }));
  const groups = [
    element('thead', [element('tr', head)]),
    element('tbody', table.rows.map(row)),
    ...(table.total ? [element('tfoot', [row(table.total)])] : []),
  ];
  const notes = table.notes.map((words) => createSlot('p', { className: ['note'] }, rich(words)));
  const whole = element('table', groups);
  const landscape = table.landscape ?? !measureTable(whole, false).fitsAcross;
  const fitted = fitTable(whole, { span: media.span, landscape }, context);
  const box = (captionId: string): Slot => scrollBox(fitted, { ariaLabelledBy: [captionId] });
  return tableFigure({ name: table.name, landscape }, media, { caption, table: box, notes }, context);

  function row(cells: readonly StoryCell[]): Element {
    const shown = cells.map((one, index) =>
      index === 0 ? cell('th', index, content(one), { scope: 'row' }) : cell('td', index, content(one)),
    );
    return element('tr', shown);
  }

  function cell(tagName: 'td' | 'th', index: number, children: ElementContent[], more = {}): Element {
    const align = table.columns[index]?.align ?? 'left';
    const properties = align === 'left' ? more : { ...more, className: [align] };
    return { type: 'element', tagName, properties, children };
  }

  function content({ text, machine }: StoryCell): ElementContent[] {
    const words: ElementContent[] = text === '' ? [] : [{ type: 'text', value: text }];
    if (!machine) return words;
    const dataFigure = table.figure;
    return machine.kind === 'date'
      ? [createSlot('time', { dateTime: machine.value, dataFigure }, words)]
      : [createSlot('data', { value: machine.value, dataFigure }, words)];
  }
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
