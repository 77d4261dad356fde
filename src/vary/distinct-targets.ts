import type { Draft } from '../model/draft.js';
import { targetName, type Target } from '../model/target.js';

/**
 * Leaves of targets that say the same in the same style the first: a thread for one platform stands for those of others,
 * a report for a brief, unless the draft tells them apart.
 */
export function distinctTargets(draft: Draft, targets: readonly Target[]): readonly Target[] {
  const { source, frontMatter } = draft;
  const isNamed = /@(?:platform|output)\b/.test(source.text);
  const conditions = [...source.text.matchAll(/\{\{\s*#only\s+([^}]*)\}\}/g)].map(([, words = '']) => words);
  const kinds = new Map<string, Target>();
  for (const target of targets) {
    const name = targetName(target);
    const shown = conditions.map((words) => words.includes(`"${name}"`) || words.includes(`'${name}'`));
    const form = target.kind === 'thread' ? 'thread' : 'page';
    const key = JSON.stringify([form, shown, frontMatter.styles[name], isNamed ? name : '']);
    if (!kinds.has(key)) kinds.set(key, target);
  }
  return [...kinds.values()];
}
