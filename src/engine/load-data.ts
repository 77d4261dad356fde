import { createMessage, messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { SourceRecord } from '../model/answers.js';
import type { DataSource, Draft } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';
import { checkCovers } from './check-covers.js';
import { isDataProblem, type DataProblem } from './data-problem.js';
import { loadSource, type LoadedSource } from './load-source.js';
import { lockStatements } from './lock-statements.js';
import type { OpenEngine } from './open-engine.js';
import type { ProjectFolders } from './resolve-data-path.js';

export interface LoadOptions extends ProjectFolders {
  /** The project's configuration, to point into when it declares the data. */
  readonly config?: SourceFile | undefined;
}

/**
 * Loads a draft's data into a fresh engine and locks it: from then on it reads nothing else.
 * A source that cannot be loaded has a message and is missing in the result.
 */
export async function loadData(
  draft: Pick<Draft, 'source' | 'frontMatter'>,
  engine: OpenEngine,
  options: LoadOptions,
): Promise<Outcome<readonly SourceRecord[]>> {
  const { data, asOf } = draft.frontMatter;
  const records: SourceRecord[] = [];
  const files: string[] = [];
  const messages: Message[] = [];
  for (const source of data) {
    const report = ({ rule, reason, note, span = source.span }: DataProblem) => {
      const file = source.declaredIn === 'draft' ? draft.source : options.config;
      messages.push(file ? messageAt(file, span, rule, reason, note) : createMessage(rule, undefined, reason, note));
    };
    const twin = records.find(({ name }) => name.toLowerCase() === source.name.toLowerCase());
    const loaded = twin ? sameName(source, twin) : await loadSource(source, engine, { ...options, asOf });
    if (isDataProblem(loaded)) {
      report(loaded);
      continue;
    }
    loaded.warnings.forEach(report);
    const uncovered = checkCovers(source, asOf);
    if (uncovered) report(uncovered);
    records.push(recordOf(source, loaded));
    if (source.format === 'parquet') files.push(...loaded.paths);
  }
  // A dead engine stays dead: every query will say so.
  await engine.lock(lockStatements(asOf, files));
  return { value: records, messages };
}

function sameName({ name }: DataSource, twin: SourceRecord): DataProblem {
  return {
    rule: 'block-duplicate',
    reason: `The data \`${name}\` has the name of the data \`${twin.name}\``,
    note: 'Case makes no difference in SQL; give one of them another name',
  };
}

function recordOf({ name, covers, source, licence, illustrative }: DataSource, loaded: LoadedSource): SourceRecord {
  const { file, bytes, hash, files, rows } = loaded;
  return { name, file, bytes, hash, files, rows, covers, source, licence, illustrative };
}
