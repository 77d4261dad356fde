/** `error` fails the command and keeps the last good outputs; `warning` and `note` never fail anything. */
export type Severity = 'error' | 'warning' | 'note';

interface Rule {
  readonly severity: Severity;
  /** When it speaks, in one line. */
  readonly summary: string;
  /** True for a matter of style or caution, whose severity a draft or a project sets under `lints`. */
  readonly lint?: true;
}

/** Every rule the tool knows: the catalogue is closed, and each id owns a test. */
export const RULES = {
  // Files and project
  'file-missing': { severity: 'error', summary: 'A file or folder that was named does not exist' },
  'file-unreadable': { severity: 'error', summary: 'A file cannot be read, or is not UTF-8 text' },
  'file-unwritable': { severity: 'error', summary: 'An output cannot be written' },
  'file-exists': { severity: 'error', summary: 'A draft would be written where a file is already' },
  'paste-draft': { severity: 'error', summary: 'What is to be imported is a draft already: it has front matter' },
  'thread-none': { severity: 'error', summary: 'A pasted text has no post in it' },
  'draft-changed': { severity: 'error', summary: 'A draft changed while the words of its claims were being rewritten' },
  'draft-empty': { severity: 'error', summary: 'A draft has no text' },
  'draft-too-large': {
    severity: 'error',
    summary: 'A draft, or a paragraph, a post or a thread of it, is larger than the limit',
  },
  'draft-too-deep': { severity: 'error', summary: 'Quotes, lists or blocks stand within each other past all reason' },
  'hidden-character': {
    severity: 'error',
    summary: 'A draft or a value holds a character that nobody sees and that changes what is seen',
  },
  'draft-none': { severity: 'error', summary: 'No draft was found' },
  'slug-clash': { severity: 'error', summary: 'Two drafts would write to the same folder' },
  'config-invalid': { severity: 'error', summary: 'The project configuration has a wrong key or value' },
  'config-hint': {
    severity: 'warning',
    summary: 'A value of the project configuration was understood, but is better written otherwise',
  },
  'theme-invalid': {
    severity: 'error',
    summary:
      'The theme has a wrong key or value, a colour that cannot be read on its paper, or a file that cannot be used',
  },
  // The lock
  'lock-missing': { severity: 'error', summary: 'A draft that must not change has no lock to hold it against' },
  'lock-alone': {
    severity: 'warning',
    summary: 'A lock has the figures of a draft that was renamed, and belongs to none',
  },
  'lock-unreadable': { severity: 'error', summary: 'A lock is no lock, or was merged by hand' },
  'lock-changed': { severity: 'error', summary: 'A figure or claim is not what its lock says, and must not change' },
  'lock-stale': { severity: 'note', summary: 'Data or queries changed since the lock was written, and no figure did' },
  // Front matter
  'front-matter-missing': { severity: 'error', summary: 'A draft has no front matter, or lacks a required key' },
  'front-matter-syntax': { severity: 'error', summary: 'The front matter is not valid YAML' },
  'front-matter-key': { severity: 'error', summary: 'The front matter has a key that does not exist' },
  'front-matter-value': { severity: 'error', summary: 'A front matter value is of the wrong kind' },
  'front-matter-hint': {
    severity: 'warning',
    summary: 'A front matter value was understood, but is better written otherwise',
  },
  // Body
  'block-name': { severity: 'error', summary: 'A fenced block has no name, or one that cannot be used' },
  'block-duplicate': { severity: 'error', summary: 'Two blocks have the same name' },
  'post-empty': { severity: 'error', summary: 'A post has nothing in it' },
  'post-dropped': { severity: 'note', summary: 'A condition emptied a post, which was dropped' },
  'table-attributes': { severity: 'error', summary: 'A table comment cannot be read, or has no table below it' },
  'post-attributes': { severity: 'error', summary: 'A post comment cannot be read, or stands in the wrong place' },
  'setext-heading': { severity: 'error', summary: 'A line of dashes or equals signs made a heading of the line above' },
  'list-accident': { severity: 'error', summary: 'A sentence that starts with a number became a list' },
  'link-syntax': { severity: 'error', summary: 'A link or image was not taken by Markdown and would print as text' },
  'link-address': { severity: 'error', summary: 'A link has an address that cannot be used' },
  'raw-html-removed': { severity: 'warning', summary: 'Raw HTML that a page may not hold was left out' },
  'raw-html': { severity: 'warning', summary: 'The tags of raw HTML are left out of threads' },
  'thread-strikethrough': { severity: 'error', summary: 'Struck words stand in a thread, which cannot strike' },
  'thread-table': { severity: 'error', summary: 'A table or footnote stands in a thread' },
  'hashtag-unused': {
    severity: 'warning',
    lint: true,
    summary: 'No thread has a plain mention of a word listed under `tag_first_mention`',
  },
  'hashtag-glued': { severity: 'warning', lint: true, summary: 'Hashtags stand without a space between them' },
  'hashtag-on-page': {
    severity: 'warning',
    lint: true,
    summary: 'Hashtags behind the last sentence of a paragraph, which a brief or report prints as words',
  },
  // Tags
  'tag-syntax': { severity: 'error', summary: 'What stands between {{ and }} cannot be read' },
  'comment-printed': {
    severity: 'error',
    summary: 'An HTML comment stands where HTML is text: a title, an alt text, a caption',
  },
  'tag-unclosed': { severity: 'error', summary: 'A {{ was left in the text' },
  'tag-place': { severity: 'error', summary: 'A tag stands where none can be computed' },
  'tag-sign': { severity: 'error', summary: 'A `#` or `@` stands before a tag that writes its own' },
  'tag-in-code': { severity: 'warning', summary: 'A tag stands in code, where it is printed as it is typed' },
  'block-unclosed': { severity: 'error', summary: 'A block tag has no partner' },
  'block-half-post': { severity: 'error', summary: 'A block holds a `---` and part of a post' },
  'helper-unknown': { severity: 'error', summary: 'No helper has this name' },
  'helper-arguments': { severity: 'error', summary: 'A helper was given arguments it cannot take' },
  'name-unknown': { severity: 'error', summary: 'No query or variable has this name' },
  'column-unknown': { severity: 'error', summary: 'A query has no column of this name' },
  placeholder: { severity: 'error', summary: 'A figure has a placeholder: it is still to be computed' },
  'value-missing': { severity: 'error', summary: 'A value is NULL or an empty text, or there is no row' },
  'value-many': { severity: 'error', summary: 'One row was needed and there are many' },
  'value-infinite': { severity: 'error', summary: 'A value is infinite or not a number' },
  'value-unprintable': { severity: 'error', summary: 'A true or false, a struct, a row or a table cannot be printed' },
  'reference-unknown': { severity: 'error', summary: 'A reference names nothing that is shown' },
  'language-fallback': { severity: 'warning', summary: 'A draft is in a language that has no phrases of its own yet' },
  'language-helper': { severity: 'error', summary: 'A helper has no words in the language of the draft' },
  'claim-false': { severity: 'error', summary: 'A claim says what the data does not' },
  'claim-undecided': { severity: 'error', summary: 'The data neither bears a claim out nor contradicts it' },
  'claim-words': { severity: 'error', summary: 'The words of a claim state no number, or more than one' },
  'claim-value': { severity: 'error', summary: 'What a claim is checked against is neither a value nor a verdict' },
  // Data and queries
  'data-path': { severity: 'error', summary: 'A data file lies outside the project, or in a hidden folder' },
  'data-missing': { severity: 'error', summary: 'A data file does not exist' },
  'data-unreadable': { severity: 'error', summary: 'A data file cannot be read as what it claims to be' },
  'data-column': { severity: 'error', summary: 'A declared column does not exist in the data' },
  'data-type': { severity: 'error', summary: 'A value is not of the type that `columns` declares' },
  'data-columns-differ': { severity: 'error', summary: 'The files of one table have different columns' },
  'data-encoding': { severity: 'warning', summary: 'A data file seems to be in another encoding than is declared' },
  'data-header': { severity: 'warning', summary: 'The first line of a data file may hold values, not names' },
  'data-no-date': { severity: 'error', summary: 'Rows have no date, which `undated: error` forbids' },
  'data-outside-coverage': { severity: 'warning', summary: 'Rows lie outside what the data is said to cover' },
  'data-not-covered': { severity: 'error', summary: 'What a data set covers begins after the last day of data' },
  'coverage-ends': {
    severity: 'warning',
    lint: true,
    summary: 'What a data set covers ends before the last day of data',
  },
  'data-undated': { severity: 'warning', summary: 'Rows without a date were dropped' },
  'data-not-dated': { severity: 'warning', lint: true, summary: 'A data set has a date column and no dated_by' },
  'import-path': { severity: 'error', summary: 'An imported SQL file lies outside the project, or in a hidden folder' },
  'import-missing': { severity: 'error', summary: 'An imported SQL file does not exist' },
  'import-unreadable': { severity: 'error', summary: 'An imported SQL file is no file, too large, or not UTF-8 text' },
  'import-syntax': {
    severity: 'error',
    summary: 'A statement of an imported file has no name, or a name no statement',
  },
  'query-syntax': { severity: 'error', summary: 'The engine cannot read a query' },
  'query-forbidden': { severity: 'error', summary: 'A query does what a draft may not do' },
  'query-unknown-name': { severity: 'error', summary: 'A query reads a table or column that does not exist' },
  'expectation-failed': { severity: 'error', summary: 'An `expect-none` block returned rows' },
  'expectation-read': { severity: 'error', summary: 'A tag, a block, a claim or a chart reads an `expect-none` block' },
  'query-macro': {
    severity: 'error',
    summary: '`tw_record`, `tw_gaps` or `tw_streaks` was given what it cannot work with',
  },
  'query-cycle': { severity: 'error', summary: 'Queries read each other in a circle' },
  'query-columns': { severity: 'error', summary: 'A query has a column without a name, or two of the same name' },
  'query-key': { severity: 'error', summary: 'A query’s key is NULL, or the same in two rows' },
  'query-failed': { severity: 'error', summary: 'A query failed while it ran' },
  'query-limit': { severity: 'error', summary: 'A query went past the limit of time, memory or rows' },
  'query-skipped': { severity: 'error', summary: 'A query was not run, because one it needs failed' },
  'query-unstable': {
    severity: 'warning',
    lint: true,
    summary: 'Chance decides what a query behind a published figure answers',
  },
  'query-floating-sum': {
    severity: 'warning',
    lint: true,
    summary: 'A sum or a mean of floating numbers is published, whose last digits follow the order of the rows',
  },
  'calendar-filtered': {
    severity: 'warning',
    lint: true,
    summary: 'A query leaves out days, and a table macro takes them for days on which nothing happened',
  },
  // Charts and pictures
  'chart-syntax': { severity: 'error', summary: 'A chart is not valid YAML or JSON' },
  'chart-spec': { severity: 'error', summary: 'A chart cannot be drawn as it is written' },
  'chart-data': { severity: 'error', summary: 'A chart names a query or a column that does not exist' },
  'chart-empty': { severity: 'error', summary: 'A chart has nothing to draw' },
  'chart-null': { severity: 'error', summary: 'A chart would print NULL as if it were a value' },
  'chart-value': { severity: 'error', summary: 'A chart cannot show a value where it wants to: 0 on a log scale' },
  'chart-domain': { severity: 'error', summary: 'A scale’s list of names lacks some that the data has' },
  'chart-gap': { severity: 'warning', summary: 'A chart leaves out rows whose value is NULL' },
  'chart-cut-off': { severity: 'warning', summary: 'A scale’s domain leaves out values, or the 0 that bars begin at' },
  'chart-sort': { severity: 'warning', summary: 'A list to sort by has a name that the data has not' },
  'chart-part-empty': { severity: 'warning', summary: 'A layer or a part of a chart has nothing to draw' },
  'chart-lone-point': { severity: 'warning', summary: 'A line or an area of a single point is not seen' },
  'chart-inline-data': { severity: 'warning', lint: true, summary: 'A chart has values typed into it' },
  'chart-series': { severity: 'warning', lint: true, summary: 'A chart has more series than colours can tell apart' },
  'chart-note-repeated': {
    severity: 'warning',
    lint: true,
    summary: 'Words typed into a chart are drawn for each row',
  },
  'chart-slices': { severity: 'warning', lint: true, summary: 'A pie has more slices than people compare' },
  'chart-dual-axis': { severity: 'warning', lint: true, summary: 'Layers of a chart have two axes for one picture' },
  'chart-rainbow': { severity: 'warning', lint: true, summary: 'A scheme goes through the colours of the rainbow' },
  'chart-accents': { severity: 'warning', lint: true, summary: 'A chart accents in more than two colours' },
  'chart-contrast': { severity: 'warning', lint: true, summary: 'A colour of a chart is too near that of its page' },
  'chart-colour-blind': {
    severity: 'warning',
    lint: true,
    summary: 'Some readers cannot tell two colours of a chart apart',
  },
  'chart-title': { severity: 'warning', lint: true, summary: 'The title of a chart is the name of a column' },
  'chart-text-overlap': { severity: 'warning', summary: 'Texts of a chart lie on each other' },
  'chart-text-cut': { severity: 'warning', summary: 'A text of a chart is too long for its place and was cut' },
  'chart-text-outside': { severity: 'warning', summary: 'A text of a chart runs out of the picture' },
  'chart-text-small': { severity: 'warning', summary: 'A text of a chart is too small to read' },
  'chart-unknown': { severity: 'error', summary: 'An image names a chart that does not exist' },
  'chart-unused': { severity: 'warning', lint: true, summary: 'A chart is never shown' },
  'table-syntax': { severity: 'error', summary: 'A `table` block is not valid YAML' },
  'table-spec': { severity: 'error', summary: 'A `table` block has a wrong key or value' },
  'table-hint': { severity: 'warning', summary: 'A value of a `table` block is better written otherwise' },
  'table-data': { severity: 'error', summary: 'A table names a query or a column that it cannot be made of' },
  'table-picture': { severity: 'error', summary: 'A table is too long or too wide for a picture in a post' },
  'table-unknown': { severity: 'error', summary: 'An image names a table that does not exist' },
  'table-unused': { severity: 'warning', lint: true, summary: 'A table is never shown' },
  'image-missing': { severity: 'error', summary: 'An image file does not exist, or cannot be used' },
  'image-changed': {
    severity: 'note',
    summary: 'A picture is published smaller, in another type, or without its Exif',
  },
  'alt-too-long': { severity: 'error', summary: 'An alt text is longer than its platform takes' },
  'alt-missing': { severity: 'warning', lint: true, summary: 'An image has no alt text' },
  'font-missing': {
    severity: 'error',
    summary: 'A report or a chart has a character that none of the bundled fonts has',
  },
  'font-fallback': { severity: 'warning', summary: 'A brief has a character that none of the bundled fonts has' },
  // Prose
  'unbound-figure': { severity: 'warning', lint: true, summary: 'A number is typed in prose and follows no data' },
  'unbound-superlative': { severity: 'warning', lint: true, summary: 'A superlative is typed and nothing checks it' },
  'unbound-date': { severity: 'warning', lint: true, summary: 'A relative date is typed, which is true on one day' },
  'unbound-tag': { severity: 'warning', lint: true, summary: 'A tag has no data in it' },
  'bare-count': { severity: 'warning', lint: true, summary: 'A number stands before a noun that does not follow it' },
  'doubled-words': {
    severity: 'warning',
    lint: true,
    summary:
      'Words before a figure say once more, or otherwise, what it begins with: “about about 40”, “between 3 to 7”',
  },
  'hedged-none': {
    severity: 'warning',
    lint: true,
    summary: 'A computed “no boats” stands behind a hedge, or behind “the”',
  },
  'times-less': { severity: 'warning', lint: true, summary: '“Three times less” and its like' },
  'sentence-digit': { severity: 'warning', lint: true, summary: 'A sentence starts with digits' },
  'mixed-numerals': { severity: 'warning', lint: true, summary: 'Digits and words for small numbers in one sentence' },
  'list-count': { severity: 'warning', lint: true, summary: 'A stated count is unlike the length of its list' },
  'partial-month': {
    severity: 'warning',
    lint: true,
    summary: 'A month that is not over is compared with a whole one',
  },
  'lasting-date': {
    severity: 'warning',
    lint: true,
    summary: 'Words like “yesterday” stand in a brief or report, which is read on other days',
  },
  'claim-instead': { severity: 'warning', lint: true, summary: 'An `instead` says what its claim says' },
  'claim-cannot-fail': { severity: 'warning', lint: true, summary: 'A check is true whatever the data is' },
  // Threads
  'post-split': { severity: 'note', summary: 'A post is over its platform’s limit and became several' },
  'post-too-long': { severity: 'error', summary: 'A post is over its platform’s limit' },
  'live-accident': {
    severity: 'warning',
    lint: true,
    summary: 'Plain words become a link, a mention or a hashtag: `report.md`, `@home`',
  },
  'post-orphan': { severity: 'warning', lint: true, summary: 'The last post is far shorter than the others' },
  'post-dangling': { severity: 'warning', lint: true, summary: 'A post ends in a colon and holds nothing after it' },
  'post-only-link': { severity: 'warning', lint: true, summary: 'A post is a link and nothing else' },
  'media-unmentioned': { severity: 'warning', lint: true, summary: 'A post shows a chart or table it says nothing of' },
  'post-links': { severity: 'warning', lint: true, summary: 'A post has more links than its platform takes' },
  'post-hashtags': { severity: 'warning', lint: true, summary: 'A post has more hashtags than its platform takes' },
  'x-link-price': { severity: 'note', lint: true, summary: 'Several posts hold links, for which X asks programs more' },
  'live-data': { severity: 'error', summary: 'Data would become a live link, hashtag or mention' },
  'instance-unreadable': { severity: 'error', summary: 'The saved answer of a Mastodon server cannot be read' },
  'instance-invalid': {
    severity: 'error',
    summary: 'The saved answer of a Mastodon server does not say what it takes',
  },
  'media-size': { severity: 'error', summary: 'A picture of a post is larger or longer than its platform takes' },
  'media-limit': { severity: 'error', summary: 'A post has more images than its platform takes' },
  // Installation
  'package-broken': { severity: 'error', summary: 'A part of Threadwright’s own packages cannot be used' },
  // Pages
  'row-tall': { severity: 'warning', summary: 'A row of a table is taller than the page of the report' },
  'table-wide': { severity: 'warning', summary: 'A table is wider than the page of the report' },
  'attachment-large': { severity: 'error', summary: 'What a report is to carry in itself is too large' },
  'attachment-unreadable': {
    severity: 'error',
    summary: 'A file that a report is to carry cannot be read, or changed',
  },
  'template-invalid': { severity: 'error', summary: 'A page template cannot be read' },
  'browser-missing': { severity: 'error', summary: 'No browser to print with was found' },
  'browser-room': { severity: 'error', summary: 'The browser has no folder to write to, or no room in it' },
  'browser-sandbox': { severity: 'error', summary: 'No browser can run in its sandbox on this machine' },
  'browser-skipped': { severity: 'warning', summary: 'A browser that was found did not start, and another prints' },
  'browser-unsandboxed': { severity: 'warning', summary: 'The browser runs without its sandbox' },
  'browser-retried': { severity: 'note', summary: 'The browser printed the report at the second try' },
  'browser-failed': { severity: 'error', summary: 'The browser did not print the report' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** A rule whose severity can be set. */
export type LintId = { [Id in RuleId]: (typeof RULES)[Id] extends { readonly lint: true } ? Id : never }[RuleId];

export function isRule(name: string): name is RuleId {
  return Object.hasOwn(RULES, name);
}

export function isLint(name: string): name is LintId {
  return isRule(name) && 'lint' in RULES[name];
}

/** Every rule whose severity can be set. */
export const LINTS: readonly LintId[] = Object.keys(RULES).filter(isLint);
