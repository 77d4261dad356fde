import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as api from '../src/index.js';

test('the package exports exactly this', () => {
  expect(Object.keys(api).sort()).toEqual([
    'RULES',
    'buildDrafts',
    'checkDrafts',
    'diffDrafts',
    'formatJson',
    'formatText',
    'hasErrors',
    'lockDrafts',
    'publishDraft',
    'queryDraft',
    'varyDrafts',
  ]);
});

test('the package exports exactly these types, each by its name', () => {
  const file = ts.createSourceFile('index.ts', readFileSync('src/index.ts', 'utf8'), ts.ScriptTarget.Latest);
  const types = file.statements.flatMap((statement) => {
    // `export * from` and what is declared here would escape this list
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      return [statement.getText(file)];
    const { isTypeOnly, exportClause } = statement;
    return exportClause.elements.flatMap((element) => (isTypeOnly || element.isTypeOnly ? [element.name.text] : []));
  });
  expect(types.sort()).toEqual([
    'BuildOptions',
    'BuildProgress',
    'BuildResult',
    'Cause',
    'Cell',
    'Change',
    'CheckOptions',
    'CheckResult',
    'CheckedDraft',
    'Column',
    'ComparedDraft',
    'DiffOptions',
    'DiffResult',
    'Difference',
    'DraftFile',
    'DraftResult',
    'DraftRevision',
    'Entity',
    'Fault',
    'Figure',
    'FigureCounts',
    'FormatTextOptions',
    'ImageFile',
    'Input',
    'Lock',
    'LockResult',
    'LockedFigure',
    'Manifest',
    'ManifestFile',
    'Message',
    'Mutation',
    'NamedPeek',
    'Output',
    'OutputFile',
    'Part',
    'Picture',
    'Place',
    'PlacedChange',
    'PlatformId',
    'PostPart',
    'Publication',
    'PublishDraftOptions',
    'PublishDraftResult',
    'QueryOptions',
    'QueryResult',
    'Recorded',
    'RuleId',
    'Severity',
    'SourceFile',
    'Span',
    'Split',
    'Step',
    'Story',
    'Target',
    'TargetName',
    'Thread',
    'ThreadMedia',
    'ThreadPost',
    'ToldSentence',
    'Variant',
    'VariantReason',
    'Variation',
    'VariedClaim',
    'VariedDraft',
    'VariedSentence',
    'VaryOptions',
    'VaryResult',
    'WorldFailure',
  ]);
});
