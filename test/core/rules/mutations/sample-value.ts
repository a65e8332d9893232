import type { ElementKind } from '../../../../src/core/language/collections.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../../../../src/core/language/collections.ts';
import type { Json } from '../../../../src/core/language/canonical.ts';
import type { ReferenceTarget, Shape } from '../../../../src/core/language/shape.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';

/** Some value of a shape, as small as the language allows; references lead to elements that the model has. */
export function sampleValue(shape: Shape, model: SpecModel): Json {
  switch (shape.kind) {
    case 'text':
    case 'id':
      return 'sample';
    case 'scalar':
    case 'any':
      return 'S-1';
    case 'words':
      return shape.words[0] ?? 'sample';
    case 'boolean':
      return true;
    case 'integer':
      return 3;
    case 'number':
      return '3';
    case 'measure':
      return { duration: '3 h', percent: '3 %', quantity: '3 kg' }[shape.of];
    case 'date':
      return '2026-05-05';
    case 'reference':
      return referable(shape.to, model)[0] ?? shape.words[0] ?? 'sample';
    case 'list':
      return [sampleValue(shape.of, model)];
    case 'map':
      return { [sampleKey(shape, model)]: sampleValue(shape.of, model) };
    case 'part':
      return Object.fromEntries(
        Object.entries(shape.attributes)
          .filter(([name, { required }]) => required || name === shape.shorthand)
          .map(([name, { shape: of }]) => [name, sampleValue(of, model)]),
      );
    case 'choice':
      return sampleValue(shape.of[0] ?? { kind: 'any' }, model);
    case 'condition':
      return { kind: 'fact', text: 'sample' };
  }
}

/** A name that a map of this shape may have. */
export function sampleKey(shape: Shape & { kind: 'map' }, model: SpecModel): string {
  return shape.keys.kind === 'reference' ? (referable(shape.keys.to, model)[0] ?? 'sample') : 'sample';
}

/** Ids of elements to which a reference may lead. */
export function referable(to: readonly ReferenceTarget[], model: SpecModel): readonly string[] {
  return to.flatMap((target) => kindsOf(target)).flatMap((kind) => model.ofKind(kind).map(({ id }) => id));
}

function kindsOf(target: ReferenceTarget): readonly ElementKind[] {
  if (target === 'element') return ['system', 'interface', 'object'];
  if (target === 'members') return ['state', 'code'];
  const own = target.replace('own ', '');
  if (own === 'mappings') return ['mapping', 'reply'];
  for (const name of COLLECTION_NAMES) {
    if (name === own) return [COLLECTIONS[name].kind];
    const part = COLLECTIONS[name].parts.find(({ attribute }) => attribute === own);
    if (part !== undefined) return [part.kind];
  }
  return [];
}
