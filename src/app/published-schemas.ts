import { DOCUMENT_TYPES } from '../core/documents/index.ts';
import { MANIFEST_SCHEMA } from '../core/evidence/manifest-schema.ts';
import { languageSchema } from '../core/language/json-schema.ts';
import { CHECK_SCHEMA } from '../render/json/schemas/check-schema.ts';
import { COMPARISON_SCHEMA } from '../render/json/schemas/comparison-schema.ts';
import { documentSchema } from '../render/json/schemas/document-schema.ts';
import { EXPLORATION_SCHEMA, REPLAY_SCHEMA, STRENGTH_SCHEMA } from '../render/json/schemas/exploration-schema.ts';
import { EXPLANATION_SCHEMA } from '../render/json/schemas/explanation-schema.ts';
import { INVALID_SCHEMA } from '../render/json/schemas/invalid-schema.ts';
import { RULES_SCHEMA } from '../render/json/schemas/rules-schema.ts';
import { TEMPLATES_SCHEMA } from '../render/json/schemas/templates-schema.ts';
import { TRACE_SCHEMA } from '../render/json/schemas/trace-schema.ts';
import { VERIFICATION_SCHEMA } from '../render/verify-json.ts';

/** Every schema that the tool publishes, by name; made when asked for. */
export function publishedSchemas(): ReadonlyMap<string, () => unknown> {
  return new Map<string, () => unknown>([
    ['language', languageSchema],
    ['check', () => CHECK_SCHEMA],
    ['comparison', () => COMPARISON_SCHEMA],
    ['trace', () => TRACE_SCHEMA],
    ['rules', () => RULES_SCHEMA],
    ['explanation', () => EXPLANATION_SCHEMA],
    ['exploration', () => EXPLORATION_SCHEMA],
    ['replay', () => REPLAY_SCHEMA],
    ['strength', () => STRENGTH_SCHEMA],
    ['invalid', () => INVALID_SCHEMA],
    ['templates', () => TEMPLATES_SCHEMA],
    ['verification', () => VERIFICATION_SCHEMA],
    ['manifest', () => MANIFEST_SCHEMA],
    ...DOCUMENT_TYPES.map((type): [string, () => unknown] => [type.id, () => documentSchema(type)]),
  ]);
}
