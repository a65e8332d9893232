import { Flags } from '@oclif/core';

import { planBuild } from '../app/build-package.ts';
import { openBuildTools, refuseEvidencePlace, writeEvidence } from '../app/compose-evidence.ts';
import { openWorkbench } from '../app/compose.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { planText, writtenText } from '../render/text/build-text.ts';
import { leftBehind } from '../render/text/written-notices.ts';
import { projectFlag } from './base-command.ts';
import { readDocumentCodes } from './document-codes.ts';
import { listFrame } from './list-frame.ts';
import { RangeCommand, rangeArgument, rangeFlags } from './range-command.ts';

export default class Build extends RangeCommand {
  static override summary =
    'Write the evidence package of a change: impact assessment, traceability and responsibility matrix, interface specification, Part 11 and Annex 11 assessment, IQ and OQ protocol.';
  static override description =
    'Writes PDFs with their JSON twins, both spec snapshots and manifests as a BagIt bag, as a whole or not at all. The same two commits and tool version give the same bytes. Exit code 0 whatever is found.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> v1.0.0..cr-2041 --out evidence',
    '<%= config.bin %> <%= command.id %> main...HEAD --out evidence --documents IA,RTM',
  ];
  static override args = rangeArgument;
  static override flags = {
    ...projectFlag,
    ...rangeFlags,
    out: Flags.string({ description: 'folder of the package; must be empty or not exist', helpValue: 'DIR' }),
    documents: Flags.string({ description: 'only these documents: IA,RTM,RSP,IFS,ERA,IQ,OQ', helpValue: 'LIST' }),
    force: Flags.boolean({ description: 'move what stands in --out aside first' }),
    'dry-run': Flags.boolean({ description: 'print what would be written, with sizes and hashes', exclusive: ['out'] }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Build);
    const wanted = readDocumentCodes(flags.documents);
    if (flags.out === undefined && !flags['dry-run']) {
      throw usageFailure(
        'out-missing',
        'No folder for the package was named.',
        'Add --out DIR, or --dry-run to see what would be written.',
      );
    }
    const workbench = await openWorkbench({ project: flags.project, progress: this.progress(flags) });
    const existing = flags.force ? 'move-aside' : 'refuse';
    if (flags.out !== undefined) await refuseEvidencePlace(workbench, flags.out, existing);
    const outcome = await planBuild(workbench, openBuildTools(), this.request(args, flags), wanted);
    workbench.progress.done();
    const planned = await this.compared(outcome, flags, {
      outputs: [],
      frame: await listFrame(workbench, 'build', []),
    });
    if (planned === undefined) return;
    const { plan, comparison } = planned;
    const paint = this.paint(flags);
    if (flags.out === undefined) {
      process.stdout.write(planText(plan, comparison.judgement.class, paint));
      return;
    }
    const written = await writeEvidence(workbench, plan, flags.out, existing);
    this.say(flags, leftBehind(written));
    process.stdout.write(writtenText(plan, comparison.judgement.class, flags.out, paint));
  }
}
