/** The platforms a thread can be made for, in the order outputs list them. */
export const PLATFORM_IDS = ['x', 'bluesky', 'mastodon', 'threads', 'linkedin'] as const;
export type PlatformId = (typeof PLATFORM_IDS)[number];

/** The outputs a draft can ask for. */
export const OUTPUTS = ['thread', 'brief', 'report'] as const;
export type Output = (typeof OUTPUTS)[number];

/** What a story is filled for. */
export type Target =
  { readonly kind: 'thread'; readonly platform: PlatformId } | { readonly kind: 'brief' } | { readonly kind: 'report' };

/** A platform, `brief` or `report`: what `{{#only}}` and `for:` name. */
export type TargetName = PlatformId | 'brief' | 'report';

/** Returns the name that `{{#only}}`, `for:` and the record use for a target. */
export function targetName(target: Target): TargetName {
  return target.kind === 'thread' ? target.platform : target.kind;
}
