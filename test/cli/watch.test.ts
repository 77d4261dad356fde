import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft, EVENTS, makeProject, type Project } from './project.js';

const BODY = '{{count total.boats "boat"}} came in.';
const HEAD = 'outputs: [thread]\n';

interface Watch extends AsyncDisposable {
  /** Waits until the command has printed `words` once more than it was told before. */
  readonly built: (words: string) => Promise<string>;
  readonly stop: () => Promise<number | null>;
}

/** Starts `build --watch` and follows what it prints. */
function watch(project: Project, ...args: string[]): Watch {
  const child = project.start(['build', '--watch', ...args]);
  let printed = '';
  const listeners = new Set<() => void>();
  const take = (chunk: Buffer): void => {
    printed += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  let from = 0;
  return {
    built: (words) =>
      new Promise((done, fail) => {
        const look = (): void => {
          const at = printed.indexOf('Watching for changes', from);
          const text = printed.slice(from, at);
          if (at < 0 || !text.includes(words)) return;
          from = at + 1;
          listeners.delete(look);
          done(text);
        };
        listeners.add(look);
        void ended.then(() => {
          fail(new Error(`The command ended: ${printed}`));
        });
        look();
      }),
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function thread(project: Project): Promise<string> {
  return readFile(join(project.folder, 'out/note/thread.x.txt'), 'utf8');
}

describe('threadwright build --watch', () => {
  test('builds again on a saved draft, data file, query file, template and configuration', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
    await using watching = watch(project);
    await watching.built('Built 1 draft');
    expect(await thread(project)).toBe('1. Twelve boats came in.\n');

    await project.write('note.md', draft('In all {{count total.boats "boat"}} came in.', HEAD));
    expect(await watching.built('Built 1 draft')).toContain('Changed: note.md');
    expect(await thread(project)).toBe('1. In all 12 boats came in.\n');

    await project.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,1\n`);
    expect(await watching.built('Built 1 draft')).toContain('Changed: data/events.csv');
    expect(await thread(project)).toBe('1. In all 13 boats came in.\n');

    await project.write('threadwright.config.yaml', 'numbering: none\n');
    await watching.built('Built 1 draft');
    expect(await thread(project)).toBe('In all 13 boats came in.\n');

    await project.write('queries/fleet.sql', '-- name: fleet\nSELECT 4 AS n;\n');
    expect(await watching.built('Built 1 draft')).toContain('Changed: queries/fleet.sql');

    await project.write('templates/brief.hbs', '{{nothing}}');
    expect(await watching.built('')).toContain('Changed: templates/brief.hbs');
  });

  test('builds again on a saved theme, its logo and its fonts, and on the script of the posting kit', async () => {
    await using project = await makeProject({
      'note.md': draft(BODY, HEAD),
      'data/events.csv': EVENTS,
      'threadwright.config.yaml': 'theme: theme.yaml\n',
      'theme.yaml': "footer: '© Old desk'\n",
    });
    const kit = (): Promise<string> => readFile(join(project.folder, 'out/note/thread.html'), 'utf8');
    await using watching = watch(project);
    await watching.built('Built 1 draft');
    expect(await kit()).toContain('© Old desk');
    await project.write('theme.yaml', "footer: '© New desk'\n");
    expect(await watching.built('Built 1 draft')).toContain('Changed: theme.yaml');
    expect(await kit()).toContain('© New desk');
    for (const file of ['images/logo.svg', 'fonts/house.ttf', 'templates/scripts/thread.js']) {
      await project.write(file, '// not read');
      expect(await watching.built('')).toContain(`Changed: ${file}`);
    }
  });

  test('takes a burst of saves and a save by renaming for one change', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
    await using watching = watch(project);
    await watching.built('Built 1 draft');
    await project.write('build.log', 'a log is no part of a project');
    for (let n = 1; n <= 5; n += 1) await project.write('data/events.csv', `${EVENTS}2026-03-10,Eastgate,${n}\n`);
    await project.write('.note.md.swp', draft('In all {{count total.boats "boat"}}.', HEAD));
    await rename(join(project.folder, '.note.md.swp'), join(project.folder, 'note.md'));
    const said = await watching.built('Built 1 draft');
    expect(said.match(/Changed: .*/g)).toEqual(['Changed: data/events.csv, note.md']);
    expect(await thread(project)).toBe('1. In all 17 boats.\n');
  });

  test('goes on after a mistake, whose outputs stay as they were', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
    await using watching = watch(project);
    await watching.built('Built 1 draft');
    await project.write('note.md', draft('{{count total.boots "boat"}} came in.', HEAD));
    expect(await watching.built('Not built: note.md')).toContain('note.md:13:15 error');
    expect(await thread(project)).toBe('1. Twelve boats came in.\n');
    await project.write('note.md', draft(BODY, HEAD));
    await watching.built('Built 1 draft');
  });

  test('goes on while its draft is gone, and builds it when it comes again', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
    await using watching = watch(project);
    await watching.built('Built 1 draft');
    await rm(join(project.folder, 'note.md'));
    expect(await watching.built('Found no draft')).toContain('Changed: note.md');
    await project.write('note.md', draft('In all {{count total.boats "boat"}}.', HEAD));
    await watching.built('Built 1 draft');
    expect(await thread(project)).toBe('1. In all 12 boats.\n');
  });

  test('keeps drafts with errors in sight, and tells two drafts that came to share an output folder', async () => {
    await using project = await makeProject({
      'note.md': draft('{{count total.boots "boat"}} came in.', HEAD),
      'harbour/note.md': draft(BODY, HEAD).replace('data/', '../data/'),
      'data/events.csv': EVENTS,
    });
    await using watching = watch(project);
    await watching.built('Not built: note.md');
    await project.write('harbour/note.md', draft(`${BODY} So.`, HEAD).replace('data/', '../data/'));
    const said = await watching.built('Built 1 draft');
    expect(said).toContain('Changed: harbour/note.md');
    expect(said).toContain('Not built: note.md');
    await project.write('harbour-note.md', draft('Another.', HEAD));
    expect(await watching.built('')).toContain('Unexpected slug `harbour-note`');
    await project.write('harbour-note.md', draft('Another one.', HEAD));
    expect(await watching.built('')).toContain('Unexpected slug `harbour-note`');
    expect(await readFile(join(project.folder, 'out/harbour-note/thread.x.txt'), 'utf8')).toContain('Twelve boats');
  });

  test('says when it last built, and writes nothing for a terminal where there is none', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
    await using watching = watch(project);
    // The line itself comes behind what `built` gives
    await watching.built('Built 1 draft');
    await project.write('note.md', draft(`${BODY} So.`, HEAD));
    const said = await watching.built('Built 1 draft');
    expect(said).toMatch(/^atching for changes since \d\d:\d\d:\d\d; Ctrl-C stops\n/);
    expect(said).not.toContain('\u001b');
  });

  test('ends at Ctrl-C and leaves nothing behind', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
    await using watching = watch(project);
    await watching.built('Built 1 draft');
    expect(await watching.stop()).toBe(130);
    expect((await readdir(project.folder, { recursive: true })).filter((name) => /stage-|\.tmp/.test(name))).toEqual(
      [],
    );
  });

  test('is not for `--json`', async () => {
    await using project = await makeProject({ 'note.md': draft(BODY, HEAD), 'data/events.csv': EVENTS });
    const { code, stderr } = await project.run('build', '--watch', '--json');
    expect(code).toBe(2);
    expect(stderr).toContain("option '--watch' cannot be used with option '--json'");
  });
});
