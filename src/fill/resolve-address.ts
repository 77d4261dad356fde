import type { Draft } from '../model/draft.js';
import type { Span } from '../model/position.js';
import { EvaluationProblem } from '../expression/evaluation-problem.js';

/** Resolves `report:` and `brief:` to this draft's own pages under `base_url`; any other address stays. */
export function resolveAddress(url: string, span: Span, draft: Draft): string {
  const [, scheme, rest = ''] = /^(report|brief|thread):(.*)$/is.exec(url) ?? [];
  const own = scheme?.toLowerCase();
  if (own === undefined) return url;
  if (rest !== '')
    throw new EvaluationProblem(
      'link-address',
      span,
      `Unexpected \`${rest}\` after \`${own}:\`, expected nothing more`,
      `\`${own}:\` alone is this draft’s own; for another draft write the whole address`,
    );
  const { baseUrl, outputs } = draft.frontMatter;
  if (own === 'thread') {
    throw new EvaluationProblem(
      'link-address',
      span,
      'Unexpected `thread:`, the address of a thread is not known before it is posted',
      'Link `report:` or `brief:`, or write the address itself',
    );
  }
  if (baseUrl === undefined) {
    throw new EvaluationProblem(
      'link-address',
      span,
      `Unexpected \`${own}:\`, its address is not known`,
      'Add `base_url: https://…` to the front matter or to threadwright.config.yaml',
    );
  }
  if (!outputs.some((output) => output === own)) {
    throw new EvaluationProblem(
      'link-address',
      span,
      `Unexpected \`${own}:\`, this draft makes no ${own}`,
      `Add \`${own}\` to \`outputs\``,
    );
  }
  return `${baseUrl}/${draft.slug}/${own === 'report' ? 'report.pdf' : 'brief.html'}`;
}
