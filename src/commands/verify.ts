import { Args, Flags } from '@oclif/core';

import { openPackage, rebuildPackage } from '../app/compose-evidence.ts';
import { verifyPackage } from '../app/verify-package.ts';
import { isVerified, verificationJson } from '../render/verify-json.ts';
import { verificationText } from '../render/verify-text.ts';
import { BaseCommand, projectFlag } from './base-command.ts';
import { formatFlags, readOutputs } from './output-formats.ts';

const FORMATS = ['text', 'json'] as const;

export default class Verify extends BaseCommand {
  static override summary =
    'Check an evidence package: every flipped, added, missing or renamed byte or file is found.';
  static override description =
    'Judges a package by its own manifests. `--expect` asks for the id that `build` printed, since a package rewritten as a whole is consistent again; `--rebuild` builds it again from git and compares byte for byte. Exit code 1 when anything differs.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> evidence',
    '<%= config.bin %> <%= command.id %> evidence --rebuild --project plant',
  ];
  static override args = { directory: Args.string({ description: 'folder of the package', required: true }) };
  static override flags = {
    ...projectFlag,
    ...formatFlags(...FORMATS),
    expect: Flags.string({ description: 'package id that it must have', helpValue: 'ID' }),
    rebuild: Flags.boolean({ description: 'build again from git and compare byte for byte' }),
    'base-project': Flags.string({
      description: 'for --rebuild: the --base-project that it was built with',
      helpValue: 'DIR',
      dependsOn: ['rebuild'],
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Verify);
    const outputs = readOutputs(flags, FORMATS);
    const progress = this.progress(flags);
    const { folder, tool } = await openPackage(args.directory);
    progress.step('Reading the package');
    const verdict = await verifyPackage(folder, flags.expect === undefined ? {} : { expect: flags.expect });
    const rebuild =
      flags.rebuild && verdict.manifest !== null
        ? await rebuildPackage(verdict.manifest, folder, {
            project: flags.project,
            baseProject: flags['base-project'],
            progress,
          })
        : undefined;
    progress.done();
    const verification = {
      tool,
      verdict,
      ...(flags.expect === undefined ? {} : { expectedId: flags.expect }),
      ...(rebuild === undefined ? {} : { rebuild }),
    };
    await this.present(
      outputs,
      { text: (paint) => verificationText(verification, paint), json: () => verificationJson(verification) },
      flags,
    );
    this.exitCode(isVerified(verification) ? 0 : 1);
  }
}
