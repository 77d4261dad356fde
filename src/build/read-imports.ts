import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { readTextFile } from '../config/read-text-file.js';
import { createMessage, messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';
import { isDataProblem } from '../engine/data-problem.js';
import { resolveDataPath, type ProjectFolders } from '../engine/resolve-data-path.js';
import type { Draft, ImportedFile, ImportPath } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';

/** Far more than people write, and little to read. */
const MOST_BYTES = 1_000_000;

export interface ReadImportsOptions extends ProjectFolders {
  /** The project's configuration, to point into when it names the file. */
  readonly config: SourceFile | undefined;
}

/**
 * Reads the SQL files that a draft and its project import, each once however often it is named. When one of them cannot
 * be read there is no value: what the draft's names mean is not known then.
 */
export async function readImports(
  { source, frontMatter }: Pick<Draft, 'source' | 'frontMatter'>,
  { config, ...folders }: ReadImportsOptions,
): Promise<Outcome<readonly ImportedFile[] | undefined>> {
  const files = new Map<string, ImportedFile>();
  const messages: Message[] = [];
  for (const path of frontMatter.imports) {
    const complain = (rule: RuleId, reason: string, note?: string): void => {
      const file = path.declaredIn === 'draft' ? source : config;
      messages.push(
        file ? messageAt(file, path.span, rule, reason, note) : createMessage(rule, undefined, reason, note),
      );
    };
    const found = await resolveDataPath({ ...path, noun: 'SQL file' }, folders);
    if (isDataProblem(found)) complain(RULE_OF[found.rule] ?? 'import-unreadable', found.reason, found.note);
    else if (!files.has(found.path)) {
      const read = await readTextFile(found.path, path.file, { root: folders.root, mostBytes: MOST_BYTES });
      if ('reason' in read) complain('import-unreadable', read.reason, read.note);
      else {
        const hash = createHash('sha256').update(read.bytes).digest('hex');
        files.set(found.path, {
          source: { path: nameOf(path, source, folders), text: read.text },
          record: { file: found.name, bytes: found.bytes, hash },
        });
      }
    }
  }
  return { value: messages.length > 0 ? undefined : [...files.values()], messages };
}

const RULE_OF: Partial<Record<RuleId, RuleId>> = { 'data-path': 'import-path', 'data-missing': 'import-missing' };

/** As messages name the file: as seen from where the draft's name is seen from. */
function nameOf({ file, declaredIn }: ImportPath, draft: SourceFile, { root, folder }: ProjectFolders): string {
  const isRooted = declaredIn === 'config' || file.startsWith('/');
  return join(dirname(draft.path), isRooted ? relative(folder, root) : '', file);
}
