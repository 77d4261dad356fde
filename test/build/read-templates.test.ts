import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/child/package-root.js';
import { readTemplates } from '../../src/build/read-templates.js';

test('a project’s template that is no file is told, and not passed over for the package’s', async () => {
  const root = await mkdtemp(join(tmpdir(), 'threadwright-templates-'));
  try {
    expect((await readTemplates(root, packageRoot())).messages).toEqual([]);
    await mkdir(join(root, 'templates/brief.hbs'), { recursive: true });
    execFileSync('mkfifo', [join(root, 'templates/report.hbs')]);
    await symlink('/etc/hostname', join(root, 'templates/page.css'));
    await writeFile(join(root, 'templates/mine.hbs'), 'Mine');
    const { value, messages } = await readTemplates(root, packageRoot());
    expect(value.get('mine.hbs')).toBe('Mine');
    expect(messages.map(({ rule, reason }) => `${rule}: ${reason}`).sort()).toEqual([
      'file-unreadable: Unexpected folder `templates/brief.hbs`, expected a file',
      'file-unreadable: Unexpected link `templates/page.css` that leads out of the project',
      'file-unreadable: Unexpected pipe `templates/report.hbs`, expected a file',
    ]);
  } finally {
    await rm(root, { recursive: true });
  }
});
