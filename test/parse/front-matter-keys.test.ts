import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.js';
import { KEYS, keysUnder } from '../../src/parse/front-matter-keys.js';
import { parse, show } from './front-matter-input.js';

const REQUIRED = { title: 'title: A title\n', date: 'date: 2021-09-24\n' };

describe('the table of keys', () => {
  it.each(KEYS.filter(({ where }) => where !== 'project'))('has an example that a draft can hold: $path', (rule) => {
    const top = rule.path.split('.', 1)[0] ?? '';
    const required = Object.entries(REQUIRED).map(([name, line]) => (name === top ? '' : line));
    const { value, messages } = parse(required.join('') + rule.example);
    expect(value).toBeDefined();
    expect(messages.map(show)).toEqual([]);
  });

  it.each(KEYS.filter(({ where }) => where !== 'draft'))('has an example that a project can hold: $path', (rule) => {
    const { messages } = parseConfig({ path: 'threadwright.config.yaml', text: rule.example });
    expect(messages.map(show)).toEqual([]);
  });

  it.each(KEYS)('shows the key in its example: $path', ({ path, example }) => {
    for (const name of path.split('.').filter((part) => part !== '*')) expect(example).toContain(`${name}:`);
  });

  it('has no key twice', () => {
    const paths = KEYS.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('tells a draft’s keys from a project’s', () => {
    const names = (where: 'draft' | 'project'): string[] => keysUnder('', where).map(({ name }) => name);
    expect(names('project').sort()).toEqual(
      'authors base_url breaks browser data dates imports lang limits lints lists mastodon numbering numbers outputs paper platforms split tag_first_mention theme'.split(
        ' ',
      ),
    );
    expect(names('draft')).not.toContain('limits');
    expect(keysUnder('lists', 'draft').map(({ name }) => name)).toEqual(['serial_comma']);
  });
});
