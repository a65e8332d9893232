import { Flags } from '@oclif/core';

import { compareProject, reportComparison } from '../app/compare-project.ts';
import { openWorkbench } from '../app/compose.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { GATE_BARS, isOneRevision, judgeGate, nothingCompared } from '../core/rules/gate.ts';
import { comparisonData } from '../render/json/comparison-json.ts';
import { jsonText } from '../render/json/json-text.ts';
import { comparisonMarkdown } from '../render/markdown/comparison-markdown.ts';
import { gateText } from '../render/text/comparison-text.ts';
import { asOfFlag, projectFlag } from './base-command.ts';
import { formatFlags, readOutputs } from './output-formats.ts';
import { RangeCommand, rangeArgument, rangeFlags } from './range-command.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;

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
    ...formatFlags(...FORMATS),
    ...rangeFlags,
    ...asOfFlag,
    'fail-on': Flags.string({
      description: `what stops a change, with all that is worse: ${GATE_BARS.join(' | ')} (default: the policy of base)`,
      helpValue: 'WHAT',
      options: [...GATE_BARS],
      multiple: true,
      multipleNonGreedy: true,
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Gate);
    const outputs = readOutputs(flags, FORMATS);
    const workbench = await openWorkbench({
      project: flags.project,
      asOf: flags['as-of'],
      progress: this.progress(flags),
    });
    const outcome = await compareProject(workbench, this.request(args, flags));
    workbench.progress.done();
    const comparison = await this.compared(outcome, flags, { outputs, toolVersion: workbench.toolVersion });
    if (comparison === undefined) return;
    const { base, head, judgement } = comparison;
    const change = { findings: judgement.findings, lintOfHead: head.lint, base: base.model, head: head.model };
    const decision = judgeGate(change, flags['fail-on'], workbench.analysis.asOf);
    const report = {
      ...reportComparison(comparison, outcome.notices, workbench.toolVersion),
      ...(isOneRevision(base.source.identity, head.source.identity) ? nothingCompared(decision) : decision),
      asOf: workbench.analysis.asOf,
    };
    await this.present(
      outputs,
      {
        text: (paint) => gateText(report, paint),
        json: () => jsonText(comparisonData(report)),
        markdown: () => comparisonMarkdown(report),
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
