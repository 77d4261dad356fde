import type { MastodonInstance } from '../model/instance.js';

/** What is wrong with a saved answer; the reader knows the file and where to point. */
export interface InstanceProblem {
  readonly reason: string;
  readonly note: string;
}

/** Reads what a Mastodon server answered at `/api/v2/instance` (docs.joinmastodon.org/entities/Instance, read 2026-11-30). */
export function parseInstance(text: string, name: string): MastodonInstance | readonly InstanceProblem[] {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return [{ reason: `Unexpected content of \`${name}\`, expected JSON`, note: SAVE }];
  }
  const fields = openFields(answer, name);
  const domain = fields.read('domain', 'the name of the server', (value) =>
    typeof value === 'string' && isDomain(value) ? value.toLowerCase() : undefined,
  );
  const numberAt = (key: string, most: number): number => fields.read(key, wholeNumber(most), isWhole(most)) ?? 1;
  const instance: MastodonInstance = {
    domain: domain ?? '',
    maxCharacters: numberAt('configuration.statuses.max_characters', 1_000_000),
    charactersPerUrl: numberAt('configuration.statuses.characters_reserved_per_url', 4096),
    maxImages: numberAt('configuration.statuses.max_media_attachments', 100),
    maxImageBytes: numberAt('configuration.media_attachments.image_size_limit', 1_000_000_000),
    maxImagePixels: numberAt('configuration.media_attachments.image_matrix_limit', 1_000_000_000),
    altLimit: fields.has(DESCRIPTION) ? numberAt(DESCRIPTION, 100_000) : undefined,
    imageTypes: fields.read(TYPES, 'a list with `image/jpeg` or `image/png`', imageTypes) ?? [],
  };
  return fields.problems.length > 0 ? fields.problems : instance;
}

const SAVE = 'Save the page `https://SERVER/api/v2/instance` of your server as it is';
/** Only servers since Mastodon 4.4 say it. */
const DESCRIPTION = 'configuration.media_attachments.description_limit';
const TYPES = 'configuration.media_attachments.supported_mime_types';

interface JsonFields {
  readonly has: (path: string) => boolean;
  readonly read: <T>(path: string, expected: string, as: (value: unknown) => T | undefined) => T | undefined;
  readonly problems: InstanceProblem[];
}

function openFields(answer: unknown, name: string): JsonFields {
  const problems: InstanceProblem[] = [];
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), answer);
  return {
    has: (path) => at(path) !== undefined && at(path) !== null,
    read: (path, expected, as) => {
      const value = at(path);
      const read = as(value);
      if (read !== undefined) return read;
      const reason =
        value === undefined || value === null
          ? `Missing \`${path}\` in \`${name}\`, expected ${expected}`
          : `Unexpected ${shown(value)} as \`${path}\` in \`${name}\`, expected ${expected}`;
      problems.push({ reason, note: SAVE });
      return undefined;
    },
    problems,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wholeNumber(most: number): string {
  return `a whole number from 1 to ${most.toLocaleString('en-GB')}`;
}

function isWhole(most: number): (value: unknown) => number | undefined {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
}

/** A host with its port, if it has one, and nothing else. */
function isDomain(text: string): boolean {
  return URL.canParse(`https://${text}/`) && new URL(`https://${text}/`).host === text.toLowerCase();
}

/** Sound and video are listed with them. */
function imageTypes(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const types = value.filter((type): type is string => typeof type === 'string' && type.startsWith('image/'));
  return types.includes('image/jpeg') || types.includes('image/png') ? types : undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}
