import { Flags } from '@oclif/core';

import { compareProject, reportComparison } from '../app/compare-project.ts';
import { openWorkbench } from '../app/compose.ts';
import { listComparison } from '../app/list-findings.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { GATE_BARS } from '../core/language/gate-bars.ts';
import { isOneRevision, judgeGate, nothingCompared, readBars } from '../core/rules/gate.ts';
import { comparisonData } from '../render/json/comparison-json.ts';
import { jsonText } from '../render/json/json-text.ts';
import { listDrawings } from './list-formats.ts';
import { comparisonMarkdown } from '../render/markdown/comparison-markdown.ts';
import { gateText } from '../render/text/comparison-text.ts';
import { asOfFlag, cacheFlag, projectFlag } from './base-command.ts';
import { listFrame } from './list-frame.ts';
import { allFlag, formatFlags, readOutputs, REPORT_FORMATS } from './output-formats.ts';
import { RangeCommand, rangeArgument, rangeFlags } from './range-command.ts';

export default class Gate extends RangeCommand {
  static override summary = 'Decide whether a change may pass: the exit code a pipeline acts on.';
  static override description =
    'Checks head and compares it with base under the policy of base. Exit code 1 when an error is open in head, or a finding is at or above the gate without a valid waiver; 2 when base and head are the same commit, so that nothing was compared. A waiver that comes with the change counts when the functions that the finding asks for have approved it, and is printed.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> origin/main...HEAD',
    '<%= config.bin %> <%= command.id %> --fail-on risk:C --format markdown=comment.md',
  ];
  static override args = rangeArgument;
  static override flags = {
    ...projectFlag,
    ...formatFlags(...REPORT_FORMATS),
    ...allFlag,
    ...rangeFlags,
    ...asOfFlag,
    ...cacheFlag,
    'fail-on': Flags.string({
      description: `what stops a change, with all that is worse: ${GATE_BARS.join(' | ')} (default: the policy of base)`,
      helpValue: 'WHAT',
      multiple: true,
      multipleNonGreedy: true,
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Gate);
    const outputs = readOutputs(flags, REPORT_FORMATS);
    readBars(flags['fail-on'] ?? []);
    const workbench = await openWorkbench({
      project: flags.project,
      cache: flags.cache,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const outcome = await compareProject(workbench, this.request(args, flags));
    workbench.progress.done();
    const frame = await listFrame(workbench, 'gate', outputs);
    const comparison = await this.compared(outcome, flags, { outputs, frame });
    if (comparison === undefined) return;
    const { base, head, judgement } = comparison;
    const change = { findings: judgement.findings, lintOfHead: head.lint, base: base.model, head: head.model };
    const judged = judgeGate(change, flags['fail-on'], workbench.analysis.asOf);
    const decision = isOneRevision(base.source.identity, head.source.identity) ? nothingCompared(judged) : judged;
    const report = {
      ...reportComparison(comparison, outcome.notices, workbench.toolVersion),
      ...decision,
      asOf: workbench.analysis.asOf,
    };
    await this.present(
      outputs,
      {
        text: (paint) => gateText(report, paint, flags.all ? 'all' : 'worst'),
        json: () => jsonText(comparisonData(report)),
        markdown: () => comparisonMarkdown(report),
        ...listDrawings(() => listComparison(comparison, decision, frame)),
      },
      flags,
    );
    if (!report.compared) {
      throw usageFailure(
        'nothing-compared',
        'Nothing was compared: base and head are the same commit.',
        'Name two revisions, the approved one first: `countersign gate v1.0.0..HEAD`, or `origin/main...HEAD` on a branch.',
      );
    }
    this.exitCode(report.passed ? 0 : 1);
  }
}
