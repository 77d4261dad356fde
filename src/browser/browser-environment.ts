/** What a browser on Linux needs from the machine; the rest, secrets among it, is none of its business. */
const KEPT = ['PATH', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'FONTCONFIG_FILE', 'FONTCONFIG_SYSROOT'] as const;

/**
 * Returns a browser's environment. The machine's clock settings, its language and the fonts of a home folder do not
 * belong in a report, and what the browser leaves in a home or temporary folder goes with its profile.
 */
export function browserEnvironment(
  env: NodeJS.ProcessEnv,
  folder: string,
  added: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  // Untried elsewhere, so that what systems need there is left to them
  if (process.platform !== 'linux') return { ...env, TZ: 'UTC', ...added };
  const kept = KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(kept), HOME: folder, TMPDIR: folder, TZ: 'UTC', LANG: 'C.UTF-8', ...added };
}
