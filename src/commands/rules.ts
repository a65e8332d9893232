import { Flags } from '@oclif/core';

import { toolVersion } from '../app/compose.ts';
import { CATALOGUE } from '../core/rules/catalogue.ts';
import type { CatalogueRule } from '../core/rules/catalogue.ts';
import { familyOf } from '../core/rules/rule-facts.ts';
import { jsonText } from '../render/json/json-text.ts';
import { FAMILIES } from '../render/rules/family-words.ts';
import { rulesData } from '../render/rules/rule-data.ts';
import { rulesMarkdown } from '../render/rules/rule-markdown.ts';
import { rulesText } from '../render/rules/rule-text.ts';
import { BaseCommand } from './base-command.ts';
import { formatFlags, readOutputs } from './output-formats.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;

export default class Rules extends BaseCommand {
  static override summary = 'List the catalogue: every rule about a change, a revision or the reading of a file.';
  static override description =
    'Each with its verdict and what it reports; `countersign explain RULE` shows one in depth. Needs no project.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> --family lifecycles',
    '<%= config.bin %> <%= command.id %> --kind change --core --format json=rules.json',
  ];
  static override flags = {
    ...formatFlags(...FORMATS),
    kind: Flags.string({
      description: 'rules about a change, lints about one revision, or rules of reading',
      options: ['change', 'lint', 'loader'],
    }),
    family: Flags.string({ description: 'rules of one part of the catalogue', options: [...FAMILIES] }),
    core: Flags.boolean({ description: 'change rules without which a first version would mislead' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Rules);
    const outputs = readOutputs(flags, FORMATS);
    const version = await toolVersion();
    const entries = CATALOGUE.filter(
      (entry) =>
        (flags.kind === undefined || entry.kind === flags.kind) &&
        (flags.family === undefined || familyOf(entry) === flags.family) &&
        (!flags.core || isCore(entry)),
    );
    await this.present(
      outputs,
      {
        text: (paint) => rulesText(entries, paint),
        json: () => jsonText(rulesData(entries, version)),
        markdown: () => rulesMarkdown(entries),
      },
      flags,
    );
  }
}

function isCore(entry: CatalogueRule): boolean {
  return entry.kind === 'change' && entry.rule.core;
}
