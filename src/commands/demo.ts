import { Args } from '@oclif/core';

import { planBuild } from '../app/build-package.ts';
import { createDemo, openBuildTools, writeEvidence } from '../app/compose-evidence.ts';
import { openWorkbench } from '../app/compose.ts';
import { NORTHMOOR_RANGE } from '../app/demo-story.ts';
import { demoText } from '../render/text/build-text.ts';
import { readDocumentCodes } from './document-codes.ts';
import { listFrame } from './list-frame.ts';
import { RangeCommand } from './range-command.ts';

export default class Demo extends RangeCommand {
  static override summary =
    'Create the demonstration plant as a git repository and the evidence package of its change.';
  static override description =
    'Writes DIR/northmoor (an invented plant with its history) and DIR/evidence (the package of v1.0.0..cr-2041), and says what to open.';
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> my-demo'];
  static override args = { directory: Args.string({ description: 'folder to create', default: 'countersign-demo' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Demo);
    const project = `${args.directory}/northmoor`;
    const evidence = `${args.directory}/evidence`;
    await createDemo(project, evidence);
    const workbench = await openWorkbench({ project, progress: this.progress(flags) });
    const outcome = await planBuild(
      workbench,
      openBuildTools(),
      { range: NORTHMOOR_RANGE },
      readDocumentCodes(undefined),
    );
    workbench.progress.done();
    const planned = await this.compared(outcome, flags, {
      outputs: [],
      frame: await listFrame(workbench, 'demo', []),
    });
    if (planned === undefined) return;
    await writeEvidence(workbench, planned.plan, evidence, 'refuse');
    process.stdout.write(demoText(planned.plan, planned.comparison.judgement.class, args.directory, this.paint(flags)));
  }
}
