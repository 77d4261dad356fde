import { createHash } from 'node:crypto';
import { safeHtml, type Html } from '../page/template-data.js';

/** What the kit's template gets to run its script: the element, and the policy of the page that lets nothing else run. */
export function kitScript(source: string): { readonly script: Html; readonly policy: string } {
  // Nothing in a script can close the element it stands in, or open a comment there
  const text = source.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const hash = createHash('sha256').update(text).digest('base64');
  return {
    script: safeHtml(`<script>${text}</script>`),
    policy: [
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  };
}

/** Data for a script, as an element that is never run, whatever the data says. */
export function dataBlock(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return safeHtml(`<script type="application/json" id="${id}">${json}</script>`);
}
