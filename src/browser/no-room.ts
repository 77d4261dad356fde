/** A folder that the browser needs could not be made or filled: that is no fault of the browser. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';

  /** @param hint What to do about it. */
  constructor(
    readonly reason: string,
    readonly hint: string,
    cause: unknown,
  ) {
    super(reason, { cause });
  }
}

/** What a file system answers when it has no room or gives no permission, in words; `undefined` for anything else. */
export function roomProblem(error: unknown): string | undefined {
  const text = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : String(error);
  const code = CODES.find((name) => text.includes(name));
  return code && `${WORDS[code]} (${code})`;
}

const WORDS = {
  ENOSPC: 'there is no room left',
  EDQUOT: 'the quota is used up',
  EROFS: 'it can only be read',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is no folder',
  EMFILE: 'too many files are open',
} as const;

const CODES = Object.keys(WORDS) as (keyof typeof WORDS)[];
