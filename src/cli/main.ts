import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { readVersion } from '../build/read-tool.js';
import { OUTPUTS, type Output } from '../model/target.js';
import type { BuildCommand } from './build.js';
import type { DiffCommand } from './diff.js';
import type { DoctorCommand } from './doctor.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { formatFault } from './format-fault.js';
import type { ImportCommand } from './import.js';
import type { LockCommand } from './lock.js';
import { onInterrupt } from './on-interrupt.js';
import type { QueryCommand } from './query.js';
import type { Terminal } from './terminal.js';
import type { UpdateCommand } from './update.js';
import type { VaryCommand } from './vary.js';

interface CheckOptions extends Omit<UpdateCommand, 'drafts'> {
  readonly update?: boolean;
}

/** Runs a command line and returns its exit code; nothing it does ends the process. */
export async function main(argv: readonly string[], cwd: string, terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  using interrupt = onInterrupt(terminal);
  const { signal } = interrupt;
  const program = new Command('threadwright')
    .description('Markdown drafts with SQL in; numbered threads, HTML briefs and PDF reports out.')
    .version(readVersion())
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .addHelpText('after', HELP_AFTER)
    .showHelpAfterError('(see threadwright --help)')
    .helpCommand('help [command]', 'show what a command does');
  program
    .command('build')
    .description('build drafts into threads, briefs and reports')
    .argument('[drafts...]', 'files and folders; without any, content/ if there is one, else the current folder')
    .option('--out <folder>', 'where to write (default: out)')
    .addOption(new Option('--only <outputs>', `a list of ${OUTPUTS.join(', ')}`).argParser(readOutputs))
    .option('--date <day>', 'publication day, in place of the draft’s', readDay)
    .option('--as-of <day>', 'last day of data, in place of the draft’s', readDay)
    .option('--frozen', 'fail on anything that a draft’s lock does not say')
    .option('--browser <file>', 'the browser that prints the report')
    .addOption(new Option('--watch', 'build again whenever a file is saved').conflicts('json'))
    .option('--json', 'print the result and every message as JSON')
    .action(async (drafts: string[], options: Omit<BuildCommand, 'drafts'> & { readonly watch?: boolean }) => {
      if (options.watch === true) {
        const { runWatch } = await import('./watch.js');
        code = await runWatch({ ...options, drafts }, cwd, terminal, signal);
        return;
      }
      // Loaded here, so that --help and a wrong option answer at once
      const { runBuild } = await import('./build.js');
      code = await runBuild({ ...options, drafts }, cwd, terminal, signal);
    });
  program
    .command('check')
    .description('find all that is wrong with drafts, and make nothing')
    .argument('[drafts...]', 'files and folders; without any, content/ if there is one, else the current folder')
    .addOption(new Option('--only <outputs>', `a list of ${OUTPUTS.join(', ')}`).argParser(readOutputs))
    .option('--date <day>', 'publication day, in place of the draft’s', readDay)
    .option('--as-of <day>', 'last day of data, in place of the draft’s', readDay)
    .option('--update', 'rewrite the words of claims that are false, where the data has words for them')
    .option('--yes', 'with --update: write without asking')
    .option('--frozen', 'fail on anything that a draft’s lock does not say')
    .option('--json', 'print every message as JSON')
    .action(async (drafts: string[], options: CheckOptions, command: Command) => {
      if (options.update === true) {
        const { runUpdate } = await import('./update.js');
        code = await runUpdate({ ...options, drafts }, cwd, terminal, signal);
        return;
      }
      if (options.yes === true) command.error('error: option `--yes` belongs to `--update`');
      const { runCheck } = await import('./check.js');
      code = await runCheck({ ...options, drafts }, cwd, terminal, signal);
    });
  program
    .command('diff')
    .description('show what drafts say otherwise than their locks, and why')
    .argument('[drafts...]', 'files and folders; without any, content/ if there is one, else the current folder')
    .option('--date <day>', 'publication day, in place of the draft’s', readDay)
    .option('--as-of <day>', 'last day of data, in place of the draft’s', readDay)
    .option('--corrections', 'print lines for `corrections:` in the front matter')
    .option('--html <file>', 'write it as a page')
    .option('--json', 'print every difference and every message as JSON')
    .action(async (drafts: string[], options: Omit<DiffCommand, 'drafts'>) => {
      const { runDiff } = await import('./diff.js');
      code = await runDiff({ ...options, drafts }, cwd, terminal, signal);
    });
  program
    .command('lock')
    .description('accept what drafts say now: show what changed, and write their locks')
    .argument('[drafts...]', 'files and folders; without any, content/ if there is one, else the current folder')
    .option('--date <day>', 'publication day, in place of the draft’s', readDay)
    .option('--as-of <day>', 'last day of data, in place of the draft’s', readDay)
    .option('--json', 'print every difference and every message as JSON')
    .action(async (drafts: string[], options: Omit<LockCommand, 'drafts'>) => {
      const { runLock } = await import('./lock.js');
      code = await runLock({ ...options, drafts }, cwd, terminal, signal);
    });
  program
    .command('vary')
    .description('show what drafts would say under other data, and which claims nothing makes false')
    .argument('[drafts...]', 'files and folders; without any, content/ if there is one, else the current folder')
    .option('--query <name>', 'change only this query or data table')
    .option('--limit <n>', 'the most changes to try of a draft (default: 2000)', readCount)
    .option('--seconds <n>', 'the most time to try changes of a draft in (default: 300)', readCount)
    .option('--date <day>', 'publication day, in place of the draft’s', readDay)
    .option('--as-of <day>', 'last day of data, in place of the draft’s', readDay)
    .option('--strict', 'fail on a claim that nothing makes false')
    .option('--html <file>', 'write it as a page')
    .option('--json', 'print everything as JSON')
    .action(async (drafts: string[], options: Omit<VaryCommand, 'drafts'>) => {
      const { runVary } = await import('./vary.js');
      code = await runVary({ ...options, drafts }, cwd, terminal, signal);
    });
  program
    .command('query')
    .description('show what a draft’s queries answer: columns, types and first rows')
    .argument('<draft>', 'a draft')
    .argument('[name]', 'one of its queries or data tables; without it, all queries')
    .option('--rows <n>', 'rows to show of each', readCount, 10)
    .option('--date <day>', 'publication day, in place of the draft’s', readDay)
    .option('--as-of <day>', 'last day of data, in place of the draft’s', readDay)
    .option('--json', 'print columns, rows and every message as JSON')
    .action(async (draft: string, name: string | undefined, options: Omit<QueryCommand, 'draft' | 'name'>) => {
      const { runQuery } = await import('./query.js');
      code = await runQuery({ ...options, draft, name }, cwd, terminal, signal);
    });
  program
    .command('import')
    .description('turn threads pasted as text into drafts')
    .argument('[files...]', 'text files; `-` or none for what is piped or typed in')
    .option('--out <folder>', 'where to write (default: content/ if there is one, else the current folder)')
    .option('--date <day>', 'publication day, where the text says none or another', readDay)
    .option('--json', 'print the result and every message as JSON')
    .addHelpText('after', HELP_IMPORT)
    .action(async (files: string[], options: Omit<ImportCommand, 'files'>) => {
      const { runImport } = await import('./import.js');
      code = await runImport({ ...options, files }, cwd, terminal, signal);
    });
  program
    .command('doctor')
    .description('show what a build works with here, and print a page to prove it')
    .option('--browser <file>', 'the browser that prints the page')
    .option('--json', 'print everything as JSON')
    .action(async (options: DoctorCommand) => {
      const { runDoctor } = await import('./doctor.js');
      code = await runDoctor(options, cwd, terminal, signal);
    });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (signal.aborted) return EXIT.interrupted;
    terminal.err(`${formatFault(error, terminal)}\n`);
    return EXIT.internal;
  }
  return signal.aborted ? EXIT.interrupted : code;
}

const HELP_AFTER = `
Exit codes: 0 done, 1 a draft has errors, 2 wrong usage, 3 this machine lacks something, 70 a fault of the tool, 130 stopped`;

const HELP_IMPORT = `
Posts begin at their numbers (1. 1) 1/ 1/7 (1/7) or keycaps, or end with them), at lines of dashes, or else after empty
lines. Where the numbers fall back, the next draft begins. No file is ever written over.

  threadwright import thread.txt
  pbpaste | threadwright import --date 2021-09-24`;

function readOutputs(value: string): readonly Output[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isOutput(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`\`${unknown}\` is none of ${OUTPUTS.join(', ')}.`);
  return OUTPUTS.filter((output) => names.includes(output));
}

function isOutput(name: string): name is Output {
  return (OUTPUTS as readonly string[]).includes(name);
}

function readDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('Expected a day as YYYY-MM-DD.');
  return value;
}

function readCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Expected a number from 1.');
  return Number(value);
}
