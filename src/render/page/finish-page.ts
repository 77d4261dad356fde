import { createMessage } from '../../diagnostic/create-message.js';
import type { Message, Outcome } from '../../diagnostic/message.js';
import type { PageParts } from '../../model/page.js';
import type { Scope } from '../../expression/scope.js';
import { renderTemplate, type RenderedTemplate } from './render-template.js';
import { safeHtml, type TemplateData } from './template-data.js';

interface FinishOptions {
  /** The template's name, which is its style sheet's too. */
  readonly name: 'brief' | 'report' | 'index' | 'diff' | 'vary' | 'thread';
  readonly templates: PageParts['templates'];
  readonly fontFaces: PageParts['fontFaces'];
  /** What the templates' expressions can name besides the page's data. */
  readonly scope: Scope;
  /** Rules of this page alone, after the style sheets. */
  readonly rules?: string;
}

/** Pages that are for editors alone share a sheet. */
const FOR_EDITORS: ReadonlySet<string> = new Set(['diff', 'vary']);

/** Renders a page with its styles and with the fonts cut down to the characters that the page has. */
export async function finishPage(data: TemplateData, options: FinishOptions): Promise<Outcome<RenderedTemplate>> {
  const { name, templates, scope } = options;
  const sheets = ['theme', 'page', ...(FOR_EDITORS.has(name) ? ['editor'] : []), name].map(
    (sheet) => `styles/${sheet}.css`,
  );
  const missing = sheets.filter((sheet) => !templates.has(sheet)).map(missingSheet);
  const css = [...sheets.map((sheet) => templates.get(sheet) ?? ''), options.rules ?? ''].join('\n');
  const render = (styles: string): Outcome<RenderedTemplate> =>
    renderTemplate(name, templates, { ...data, styles: safeHtml(styleText(styles)) }, scope);
  // The templates have words of their own, so the characters are known only when the page is.
  const plain = render(css);
  const messages = [...missing, ...plain.messages];
  if (messages.length > 0) return { value: plain.value, messages };
  const fonts = await options.fontFaces([...new Set(plain.value.html)].sort().join(''));
  return render(`${fonts}\n${css}`);
}

/** Nothing in a style sheet can close the element it stands in. */
function styleText(css: string): string {
  return css.replaceAll('</', '<\\/');
}

function missingSheet(sheet: string): Message {
  const place = { file: `templates/${sheet}`, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return createMessage('template-invalid', place, `Missing style sheet \`${sheet}\``);
}
