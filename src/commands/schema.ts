import { Args } from '@oclif/core';

import { publishedSchemas } from '../app/published-schemas.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { jsonText } from '../render/json/json-text.ts';
import { BaseCommand } from './base-command.ts';

export default class Schema extends BaseCommand {
  static override summary = 'Print the JSON Schema of the language or of an output.';
  static override description =
    'Without a name: the schema of the spec language. `countersign schema list` names them all.';
  static override examples = [
    '<%= config.bin %> <%= command.id %> > countersign.v1.schema.json',
    '<%= config.bin %> <%= command.id %> comparison',
  ];
  static override args = { name: Args.string({ description: 'which schema', default: 'language' }) };

  async run(): Promise<void> {
    const { args } = await this.parse(Schema);
    const schemas = publishedSchemas();
    if (args.name === 'list') {
      process.stdout.write(`${[...schemas.keys()].join('\n')}\n`);
      return;
    }
    const schema = schemas.get(args.name);
    if (schema === undefined) {
      throw usageFailure(
        'schema-unknown',
        `There is no schema '${args.name}'.`,
        `There are: ${[...schemas.keys()].join(', ')}.`,
      );
    }
    process.stdout.write(jsonText(schema()));
  }
}
