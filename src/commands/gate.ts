import { Flags } from '@oclif/core';

import { compareProject, reportComparison } from '../app/compare-project.ts';
import { openWorkbench } from '../app/compose.ts';
import { GATE_BARS, judgeGate } from '../core/rules/gate.ts';
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
    'Checks head and compares it with base under the policy of base. Exit code 1 when an error is open in head, or a finding is at or above the gate without a valid waiver.';
  static override examples = ['<%= config.bin %> <%= command.id %> origin/main...HEAD', '<%= config.bin %> <%= command.id %> --fail-on risk:C --format markdown=comment.md'];
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
    const workbench = await openWorkbench({ project: flags.project, asOf: flags['as-of'], progress: this.progress(flags) });
    const outcome = await compareProject(workbench, this.request(args, flags));
    workbench.progress.done();
    const comparison = this.compared(outcome, flags);
    if (comparison === undefined) return;
    const report = {
      ...reportComparison(comparison, outcome.notices, workbench.toolVersion),
      ...judgeGate(comparison.judgement.findings, comparison.head.lint, comparison.base.model, flags['fail-on'], workbench.analysis.asOf),
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
    this.exitCode(report.passed ? 0 : 1);
  }
}
