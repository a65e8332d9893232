import { Args } from '@oclif/core';

import { usageFailure } from '../../core/diagnostics/failure.ts';
import { DOCUMENT_TYPES } from '../../core/documents/index.ts';
import { templateValuesJson, templateValuesText } from '../../render/templates/template-value-list.ts';
import { BaseCommand } from '../base-command.ts';
import { formatFlags, readOutputs } from '../output-formats.ts';

const FORMATS = ['text', 'json'] as const;

export default class TemplatesValues extends BaseCommand {
  static override summary = 'List the values that the template of a document may name, and what they mean.';
  static override description =
    'As JSON it is a JSON Schema. A template that names anything else stops the build at its line.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> IA',
    '<%= config.bin %> <%= command.id %> traceability-matrix --format json',
  ];
  static override args = {
    document: Args.string({ description: 'IA, RTM, IQ, OQ, or the name of its template', required: true }),
  };
  static override flags = { ...formatFlags(...FORMATS) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TemplatesValues);
    const outputs = readOutputs(flags, FORMATS);
    const asked = args.document.trim();
    const document = DOCUMENT_TYPES.find(({ id, type }) => id === asked || type === asked.toUpperCase());
    if (document === undefined)
      throw usageFailure(
        'document-unknown',
        `This version writes no document '${asked}'.`,
        `It writes ${DOCUMENT_TYPES.map(({ type, id }) => `${type} (${id})`).join(', ')}.`,
      );
    await this.present(
      outputs,
      { text: (paint) => templateValuesText(document, paint), json: () => templateValuesJson(document) },
      flags,
    );
  }
}
