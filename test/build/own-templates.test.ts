import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { publishDraft } from '../../src/build/publish-draft.js';
import { formatText } from '../../src/diagnostic/format-text.js';
import { draft, EVENTS, makeProject } from '../cli/project.js';

const BRIEF = `<!doctype html>
<html lang="{{lang}}"><title>{{title.text}}</title>
<p class="lead">{{cap (count total.n "day")}}: {{num total.boats}} boats until {{date total.day "long"}}</p>
{{body}}
</html>
`;

/** Publishes a brief with a template of the project's own. */
async function publish(
  template: string,
): Promise<{ html: string; record: string; messages: readonly string[]; shown: string }> {
  await using project = await makeProject({ 'data/events.csv': EVENTS, 'templates/brief.hbs': template });
  const text = draft('Boats: {{num total.boats}}', 'outputs: [brief]\n');
  const { files, messages, sources } = await publishDraft({ draft: 'notes.md', text, cwd: project.folder });
  const read = (name: string): string =>
    new TextDecoder().decode(files.find(({ path }) => path.endsWith(name))?.bytes ?? new Uint8Array());
  const said = messages.map(
    ({ place, rule, reason }) => `${place?.file ?? ''}:${place?.line ?? 0}:${place?.column ?? 0} ${rule} ${reason}`,
  );
  const shown = formatText(messages, { colour: false, sources });
  return { html: read('brief.html'), record: read('figures.json'), messages: said, shown };
}

describe('a newsroom’s own template', () => {
  test('computes figures as a draft does, and has them on record under its own name', async () => {
    const { html, record, messages } = await publish(BRIEF);
    expect(messages).toEqual([]);
    expect(html).toContain('<p class="lead">Three days: 12 boats until 9 March 2026</p>');
    const { figures } = JSON.parse(record) as { figures: Record<string, unknown>[] };
    expect(figures.map(({ file, line, column, text, outputs }) => [file, line, column, text, outputs])).toEqual([
      [undefined, 13, 8, '12', ['brief']],
      ['templates/brief.hbs', 3, 19, 'Three days', ['brief']],
      ['templates/brief.hbs', 3, 50, '12', ['brief']],
      ['templates/brief.hbs', 3, 82, '9 March 2026', ['brief']],
    ]);
  });

  test('stops the brief where it is wrong, at its own line and column', async () => {
    const { html, messages, shown } = await publish(
      BRIEF.replace('count total.n', 'count totl.n').replace('{{body}}', '{{#if kickr}}{{/if}}'),
    );
    expect(html).toBe('');
    expect(shown).toContain('{{#if kickr}}{{/if}}\n');
    expect(messages).toEqual([
      'templates/brief.hbs:3:30 template-invalid Unknown field `totl`, expected one that this template gets',
      'templates/brief.hbs:4:7 template-invalid Unknown field `kickr`, expected one that this template gets',
    ]);
  });
});

/** Makes a posting kit with templates of the project's own. */
async function publishKit(own: Record<string, string>): Promise<{ html: string; messages: readonly string[] }> {
  await using project = await makeProject({ 'data/events.csv': EVENTS, ...own });
  const text = draft('{{count total.boats "boat"}} came in.');
  const { files, messages } = await publishDraft({ draft: 'notes.md', text, cwd: project.folder, only: ['thread'] });
  const kit = files.find(({ path }) => path === 'thread.html');
  const said = messages.map(({ place, reason }) => `${place?.file ?? ''}:${place?.line ?? 0} ${reason}`);
  return { html: new TextDecoder().decode(kit?.bytes), messages: said };
}

describe('a newsroom’s own posting kit', () => {
  test('runs the script of its own and no other, whatever stands in it', async () => {
    const script = "document.title = '</script><!-- done';\n";
    const { html, messages } = await publishKit({ 'templates/scripts/thread.js': script });
    expect(messages).toEqual([]);
    const [, run = ''] = /<script>([^]*?)<\/script>/.exec(html) ?? [];
    expect(runInNewContext(`${run}; document.title`, { document: {} })).toBe('</script><!-- done');
    expect(html).toContain(
      `script-src &#x27;sha256-${createHash('sha256').update(run).digest('base64')}&#x27;;`.replaceAll('=', '&#x3D;'),
    );
  });

  test('computes figures, has posts to go through, and is wrong at its own line', async () => {
    const page = '{{num total.boats}}:\n{{#each threads}}{{id}} {{count}}{{#each posts}} {{html}}{{/each}}; {{/each}}';
    expect(await publishKit({ 'templates/thread.hbs': page })).toEqual({
      html: '12:\nx 1 1. Twelve boats came in.; bluesky 1 1. Twelve boats came in.; mastodon 1 1. Twelve boats came in.; ',
      messages: [],
    });
    const { html, messages } = await publishKit({ 'templates/thread.hbs': `${page}\n{{threds}}` });
    expect(html).toBe('');
    expect(messages).toEqual(['templates/thread.hbs:3 Unknown field `threds`, expected one that this template gets']);
  });
});
