import { Args } from '@oclif/core';

import { openTemplates, openWorkbench } from '../../app/compose.ts';
import { listTemplates } from '../../app/list-templates.ts';
import { templateListJson, templateListText } from '../../render/templates/template-list.ts';
import { invalidText } from '../../render/text/invalid-text.ts';
import { BaseCommand, projectFlag } from '../base-command.ts';
import { formatFlags, readOutputs } from '../output-formats.ts';

const FORMATS = ['text', 'json'] as const;

export default class TemplatesList extends BaseCommand {
  static override summary = 'Say which template lays out each document: that of the tool or one of the project.';
  static override description =
    'A project brings templates of its own in the folder that `templates` of its project file names; they are read from the revision, as spec files are. See docs/templates.md. Exit code 3 when one of them is wrong.';
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> v1.0.0 --format json',
  ];
  static override args = {
    revision: Args.string({ description: 'git revision, WORKTREE or INDEX (default: the files as they lie there)' }),
  };
  static override flags = { ...projectFlag, ...formatFlags(...FORMATS) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TemplatesList);
    const outputs = readOutputs(flags, FORMATS);
    const workbench = await openWorkbench({ project: flags.project, progress: this.progress(flags) });
    const asked = { revision: args.revision, project: flags.project };
    const listing = await listTemplates(workbench, await openTemplates(), asked);
    this.say(flags, listing.notices);
    if (listing.kind === 'invalid') {
      this.logToStderr(invalidText(listing.diagnostics, ['head']));
      this.exitCode(3);
      return;
    }
    const { report } = listing;
    await this.present(
      outputs,
      { text: (paint) => templateListText(report, paint), json: () => templateListJson(report) },
      flags,
    );
  }
}
