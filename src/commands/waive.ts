import { Args, Flags } from '@oclif/core';

import { compareProject } from '../app/compare-project.ts';
import { openWorkbench, placeInProject, writeReport } from '../app/compose.ts';
import { findingNamed } from '../app/explain-finding.ts';
import { planWaiver } from '../app/write-waiver.ts';
import { shown } from '../render/shown.ts';
import { asOfFlag, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { RangeCommand, rangeArgument, rangeFlags } from './range-command.ts';

export default class Waive extends RangeCommand {
  static override summary = 'Write a waiver stub for a finding: what people decide stays blank.';
  static override description =
    'Adds a waiver to the spec file that holds the waivers: id, rule, element, fingerprint and a day of expiry within the longest life that the project allows. Reason, requester and approvals are blanks, and the specification does not validate until people have filled them in. Nothing else in the file changes. See docs/waivers.md.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> h1:c79a94535800 v1.0.0..cr-2041',
    '<%= config.bin %> <%= command.id %> c79a94535800 v1.0.0..cr-2041 --print',
  ];
  static override args = {
    fingerprint: Args.string({
      description: 'fingerprint of the finding, or the beginning of it as a report prints it',
      required: true,
    }),
    ...rangeArgument,
  };
  static override flags = {
    ...projectFlag,
    ...cacheFlag,
    ...rangeFlags,
    ...asOfFlag,
    file: Flags.string({
      description: 'spec file below the project folder (default: the one that holds waivers, else specs/waivers.yaml)',
      helpValue: 'FILE',
    }),
    print: Flags.boolean({ description: 'print the stub and write nothing' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Waive);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const outcome = await compareProject(workbench, this.request(args, flags));
    workbench.progress.done();
    const frame = await listFrame(workbench, 'waive', []);
    const comparison = await this.compared(outcome, flags, { outputs: [], frame });
    if (comparison === undefined) return;
    const finding = findingNamed(comparison, args.fingerprint);
    const plan = await planWaiver(workbench, comparison, finding, flags.file);
    if (flags.print) {
      process.stdout.write(['waivers:', ...plan.lines.map((line) => `  ${line}`), ''].join('\n'));
      return;
    }
    await writeReport(await placeInProject(workbench, plan.file), plan.text);
    process.stdout.write(
      `${shown(plan.id)} was added to ${shown(plan.file)}. It decides nothing: fill in every BLANK, then run the gate again.\n`,
    );
  }
}
