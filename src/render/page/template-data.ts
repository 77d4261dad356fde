import Handlebars from 'handlebars';

/** HTML that was made safe already; a template prints it with two braces, like everything else. */
export type Html = Handlebars.SafeString;

/** What a template gets: plain data. */
export interface TemplateData {
  readonly [field: string]: TemplateValue;
}
type TemplateValue = string | number | boolean | Html | undefined | TemplateData | readonly TemplateValue[];

/** Marks a string as HTML that was made safe already. */
export function safeHtml(html: string): Html {
  return new Handlebars.SafeString(html);
}
