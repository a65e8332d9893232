import { Args } from '@oclif/core';

import { checkProject } from '../app/check-project.ts';
import { openWorkbench } from '../app/compose.ts';
import { listCheck } from '../app/list-findings.ts';
import { checkJson } from '../render/json/check-json.ts';
import { listDrawings } from './list-formats.ts';
import { checkMarkdown } from '../render/markdown/check-markdown.ts';
import { checkText } from '../render/text/check-text.ts';
import { asOfFlag, BaseCommand, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { allFlag, formatFlags, readOutputs, REPORT_FORMATS } from './output-formats.ts';

export default class Check extends BaseCommand {
  static override summary = 'Load, validate and lint one revision of the project.';
  static override description =
    'Reports every YAML error, schema error, broken reference and lint finding with file, line and column. Exit code 1 when an error is open without a valid waiver, 3 when the specification cannot be understood.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> v1.0.0 --format json --output check.json',
  ];
  static override args = {
    revision: Args.string({ description: 'git revision, WORKTREE or INDEX (default: the files as they lie there)' }),
  };
  static override flags = { ...projectFlag, ...formatFlags(...REPORT_FORMATS), ...allFlag, ...asOfFlag, ...cacheFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Check);
    const outputs = readOutputs(flags, REPORT_FORMATS);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const result = await checkProject(workbench, args.revision);
    this.say(flags, result.notices);
    const frame = await listFrame(workbench, 'check', outputs);
    await this.present(
      outputs,
      {
        text: (paint) => checkText(result, paint, flags.all ? 'all' : 'worst'),
        json: () => checkJson(result),
        markdown: () => checkMarkdown(result),
        ...listDrawings(() => listCheck(result, frame)),
      },
      flags,
    );
    this.exitCode(result.invalid ? 3 : result.open.length > 0 ? 1 : 0);
  }
}
