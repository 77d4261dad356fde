import { quote, report, type ReadContext } from './read-context.js';
import { readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

/** Reads the path of a data file; only how it is written is checked here, whether it may be read where files are. */
export function readDataPath(context: ReadContext, value: YamlValue, key: string): string | undefined {
  const file = readText(context, value, key);
  if (file === undefined) return undefined;
  const complain = (reason: string, note?: string): undefined => {
    report(context, context.rules.value, value.span, reason, note);
  };
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(file)) {
    complain(
      `Unexpected address ${quote(file)}, expected a file of the project`,
      'Download it first: a build uses no network',
    );
    return;
  }
  if (file.includes('\\') || /^[a-z]:/iu.test(file)) {
    const isDrive = /^[a-z]:/iu.test(file);
    const better = file.replaceAll('\\', '/');
    complain(
      `Unexpected path ${quote(file)}, expected \`/\` between folders`,
      isDrive ? 'A path is relative to the draft; a leading `/` is the project' : `Write \`${better}\``,
    );
    return;
  }
  return file;
}
