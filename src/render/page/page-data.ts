import type { FrontMatter } from '../../model/draft.js';
import type { PageParts } from '../../model/page.js';
import type { Rich, Story } from '../../model/story.js';
import type { Output } from '../../model/target.js';
import { claimRecords, type SpokenRecord } from './claim-records.js';
import { figuresIn } from './figures-in.js';
import { figureRecords, type RecordStep } from './figure-records.js';
import { formatDay } from './format-day.js';
import type { PageContext } from './page-context.js';
import { pageWords } from './page-words.js';
import { recordWords } from '../words/record-words.js';
import { plainText } from './plain-text.js';
import { readingTime } from './reading-time.js';
import { renderMarkdown, renderTitle, renderWords } from './render-markdown.js';
import { safeHtml, type Html, type TemplateData } from './template-data.js';
import { textDirection } from '../../figure/text-direction.js';

/** Everything that the templates of brief and report get, but for the styles; `templates/README.md` explains each field. */
export function pageData(story: Story, parts: PageParts, context: PageContext): TemplateData {
  const { frontMatter } = parts.draft;
  const words = (rich: Rich): { text: string; html: Html } => ({
    text: plainText(rich),
    html: safeHtml(renderWords(rich, context)),
  });
  const title = (rich: Rich): { text: string; html: Html } => ({
    text: plainText(rich),
    html: safeHtml(renderTitle(rich, context)),
  });
  const day = (value: string): { machine: string; text: string } => ({
    machine: value,
    text: formatDay(value, frontMatter.lang),
  });
  const standfirst = story.standfirst && words(story.standfirst);
  return {
    lang: frontMatter.lang,
    words: pageWords(frontMatter.lang),
    dir: textDirection(frontMatter.lang),
    title: title(story.title),
    kicker: story.kicker && title(story.kicker),
    standfirst,
    description: story.description ? plainText(story.description) : (standfirst?.text ?? ''),
    descriptionFigures: figuresIn(story.description ?? story.standfirst ?? []).join(' '),
    keywords: frontMatter.keywords.join(', '),
    authors: frontMatter.authors.join(', '),
    date: day(frontMatter.date),
    asOf: day(frontMatter.asOf),
    isScreen: context.screen,
    isDraft: frontMatter.status === 'draft',
    contentWarning: frontMatter.contentWarning,
    illustrative: illustrativeNames(parts),
    keyFigures: story.keyFigures.map(({ value, label }) => ({ value: words(value), label: words(label) })),
    body: safeHtml(renderMarkdown(story.body, context)),
    corrections: frontMatter.corrections.map(({ date, text }) => ({ date: day(date), text })),
    ...sourceData(parts),
    ...recordData(story, parts, context),
    ...addressData(parts, context),
    readingTime: readingData(story, frontMatter),
    tool: parts.tool,
    engine: parts.answers.engine,
  };
}

function illustrativeNames({ answers }: PageParts): string {
  return answers.sources
    .filter(({ illustrative }) => illustrative)
    .map(({ name }) => name)
    .join(', ');
}

function sourceData({ answers, draft }: PageParts): TemplateData {
  const { lang, styles } = draft.frontMatter;
  const { group } = styles.brief.numbers;
  return {
    sources: answers.sources.map((source) => ({
      name: source.name,
      file: source.file,
      source: source.source,
      licence: source.licence,
      illustrative: source.illustrative,
      rows: groupDigits(source.rows, group),
      rowsText: recordWords(lang).rows(source.rows, groupDigits(source.rows, group)),
      isOneRow: source.rows === 1,
      hash: source.hash,
      shortHash: source.hash.slice(0, 12),
    })),
  };
}

/** Where the page and its company are: whole addresses with a `base_url`, else those of files in its own folder. */
function addressData({ draft: { slug, frontMatter }, present }: PageParts, { screen }: PageContext): TemplateData {
  if (!screen) return { address: '', card: '', links: [] };
  const { baseUrl, lang, outputs } = frontMatter;
  const words = pageWords(lang);
  // A published page has the whole of its draft around it, whatever this build makes
  const isThere = (output: Output): boolean =>
    baseUrl !== undefined || present === undefined || present.includes(output);
  const whole = (file: string): string => (baseUrl === undefined ? '' : `${baseUrl}/${slug}/${file}`);
  const links = [
    { output: 'report', label: words.reportLink, file: 'report.pdf' },
    { output: 'thread', label: words.threadLink, file: 'thread.html' },
  ] as const;
  return {
    address: whole('brief.html'),
    card: whole('card.png'),
    links: links
      .filter(({ output }) => outputs.includes(output) && isThere(output))
      .map(({ label, file }) => ({ label, href: whole(file) || file })),
  };
}

function readingData(story: Story, { lang, styles }: FrontMatter): TemplateData {
  const { group } = styles.brief.numbers;
  const { words, rate, minutes } = readingTime(story, lang);
  const said = recordWords(lang);
  const reckoned = said.reckoned(words, groupDigits(words, group), rate);
  return { minutes, text: said.minutes(minutes), reckoned, rate, words: groupDigits(words, group) };
}

function recordData(story: Story, { answers, draft }: PageParts, { screen }: PageContext): TemplateData {
  const { showQueries, styles } = draft.frontMatter;
  const words = recordWords(draft.frontMatter.lang);
  const records = figureRecords(story, answers, { words, rowsApart: screen });
  const claims = claimRecords(story, answers, words);
  const hasClaims = [claims.checked, claims.acknowledged, claims.said].some(({ length }) => length > 0);
  const shown = answers.queries.filter(() => showQueries);
  const href = (name: string): string => (shown.some((query) => query.name === name) ? `#${queryId(name)}` : '');
  const stepData = ({ expression, inputs, more }: RecordStep): TemplateData => ({
    expression,
    inputs: inputs.map(({ query, name, value }) => ({
      name,
      value,
      href: href(query),
      query: screen ? href(query).slice(1) : '',
    })),
    more,
  });
  // A long query opens with a click on its name
  const askedData = (steps: readonly RecordStep[]): TemplateData[] => {
    const names = new Set(steps.flatMap(({ inputs }) => inputs.map(({ query }) => query)));
    const asked = screen ? shown.filter(({ name }) => names.has(name)) : [];
    const length = asked.reduce((sum, { sql }) => sum + sql.trim().length, 0);
    return length > MOST_ASKED ? [] : asked.map(({ name, sql }) => ({ name, sql: sql.trim() }));
  };
  // With one file there is nothing to tell apart
  const filesText = (files: readonly string[]): string => (answers.sources.length > 1 ? files.join(words.comma) : '');
  // On a screen a record opens where its words stand, away from the list
  const place = (id: string, files: readonly string[] = []): TemplateData =>
    screen ? { id, origin: files.join(words.comma) } : { id: '', origin: '' };
  const spokenData = ({ id, text, reason, lines }: SpokenRecord): TemplateData => {
    return { ...place(id), text, reason, ...linesData(lines) };
  };
  return {
    isOnRecord: records.length > 0 || shown.length > 0 || hasClaims,
    figureCount: story.figures.filter(({ kind }) => kind === 'figure').length,
    figures: records.map(({ id, text, steps, files, lines, others }) => ({
      ...place(id, files),
      text,
      found: '',
      steps: steps.map(stepData),
      asked: askedData(steps),
      others,
      files: filesText(files),
      ...linesData(lines),
    })),
    hasClaims,
    claims: {
      checked: claims.checked.map(({ id, text, step, found, files, lines }) => ({
        ...place(id, files),
        text,
        steps: [stepData(step)],
        asked: askedData([step]),
        others: '',
        found,
        files: filesText(files),
        ...linesData(lines),
      })),
      acknowledged: claims.acknowledged.map(spokenData),
      said: claims.said.map(spokenData),
    },
    queries: shown.map((query) => ({
      name: query.name,
      id: queryId(query.name),
      sql: query.sql.trim(),
      rows: groupDigits(query.rows, styles.brief.numbers.group),
      rowsText: words.rows(query.rows, groupDigits(query.rows, styles.brief.numbers.group)),
      isOneRow: query.rows === 1,
      reads: query.reads.join(words.comma),
      isExpectation: query.expectation !== undefined,
      isPopover: screen,
    })),
  };
}

/** Letters of the queries that a record shows in itself. */
const MOST_ASKED = 700;

function linesData(lines: string): TemplateData {
  return { lines, isOneLine: /^\d+$/.test(lines) };
}

function queryId(name: string): string {
  return `query-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

function groupDigits(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}
