import { Args } from '@oclif/core';

import { checkProject } from '../app/check-project.ts';
import { openWorkbench } from '../app/compose.ts';
import { checkJson } from '../render/json/check-json.ts';
import { checkText } from '../render/text/check-text.ts';
import { asOfFlag, BaseCommand, projectFlag } from './base-command.ts';
import { formatFlags, readOutputs } from './output-formats.ts';

const FORMATS = ['text', 'json'] as const;

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
  static override flags = { ...projectFlag, ...formatFlags(...FORMATS), ...asOfFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Check);
    const outputs = readOutputs(flags, FORMATS);
    const workbench = await openWorkbench({
      project: flags.project,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const result = await checkProject(workbench, args.revision);
    this.say(flags, result.notices);
    await this.present(outputs, { text: (paint) => checkText(result, paint), json: () => checkJson(result) }, flags);
    this.exitCode(result.invalid ? 3 : result.open.length > 0 ? 1 : 0);
  }
}
