import { Args, Flags } from '@oclif/core';

import { writeTemplates } from '../../app/compose.ts';
import { shown } from '../../render/shown.ts';
import { BaseCommand } from '../base-command.ts';

export default class TemplatesEject extends BaseCommand {
  static override summary = 'Take templates of the tool over into a folder of the project, to be changed there.';
  static override description =
    'Writes templates and partials unchanged, below a first line that says which version they come from. Nothing that is there is overwritten. Declare the folder with `templates` in countersign.yaml; what is not taken over stays that of the tool. See docs/templates.md.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> --out templates',
    '<%= config.bin %> <%= command.id %> IA scope --out templates --dry-run',
  ];
  static override strict = false;
  static override args = {
    names: Args.string({ description: 'documents (IA, impact-assessment) and partials (scope); default: all' }),
  };
  static override flags = {
    out: Flags.string({ description: 'folder of the templates', helpValue: 'DIR', required: true }),
    'dry-run': Flags.boolean({ description: 'say what would be written, and write nothing' }),
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(TemplatesEject);
    const extent = flags['dry-run'] ? 'dry-run' : 'write';
    const files = await writeTemplates(flags.out, argv as string[], extent);
    process.stdout.write(
      [
        ...files.map(({ path }) => `  ${shown(flags.out)}/${path}`),
        '',
        ...(flags['dry-run']
          ? ['Nothing was written.']
          : [
              'Next: declare the folder in countersign.yaml (templates: FOLDER), then countersign check.',
              'What a template may name: countersign templates values DOCUMENT',
            ]),
        '',
      ].join('\n'),
    );
  }
}
