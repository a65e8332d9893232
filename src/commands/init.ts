import { Args, Flags } from '@oclif/core';

import { askQuestions, createProject } from '../app/compose.ts';
import { DEFAULT_ANSWERS } from '../app/scaffold-project.ts';
import { shellWord } from '../render/text/shell-word.ts';
import { BaseCommand } from './base-command.ts';

const QUESTIONS: readonly { readonly name: 'id' | 'title' | 'organisation' | 'site'; readonly text: string }[] = [
  { name: 'id', text: 'Short code of the package, as in document numbers' },
  { name: 'title', text: 'Process and decision in scope' },
  { name: 'organisation', text: 'Organisation' },
  { name: 'site', text: 'Site code' },
];

export default class Init extends BaseCommand {
  static override summary = 'Create a project that passes check: two systems, a hold and a release.';
  static override description =
    'Asks a few questions on a terminal; --yes takes the defaults. Nothing that is there already is touched.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> plant',
    '<%= config.bin %> <%= command.id %> plant --yes --profile sketch',
  ];
  static override args = { directory: Args.string({ description: 'folder of the new project', default: '.' }) };
  static override flags = {
    yes: Flags.boolean({ description: 'take the defaults, ask nothing' }),
    profile: Flags.option({
      description: 'how strictly expectations are judged',
      options: ['sketch', 'project', 'gxp'] as const,
      default: 'gxp' as const,
    })(),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Init);
    const ask = !flags.yes && process.stdin.isTTY === true && process.stdout.isTTY === true;
    const answered = ask
      ? await askQuestions(QUESTIONS.map(({ name, text }) => ({ name, text: `${text} [${DEFAULT_ANSWERS[name]}]: ` })))
      : {};
    const files = await createProject(args.directory, { ...DEFAULT_ANSWERS, ...answered, profile: flags.profile });
    process.stdout.write(
      [
        ...files.map((file) => `  ${file}`),
        '',
        `Next: countersign check --project ${shellWord(args.directory)}`,
        'Then put it under git: every change becomes a comparison of two revisions.',
        '',
      ].join('\n'),
    );
  }
}
