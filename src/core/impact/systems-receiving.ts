import { elementKey, type ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { nameInWords } from './route.ts';

/**
 * Systems (and their environments) in which a changed artefact is configured, with the artefact in words: lists and maps
 * where they are deployed, interfaces and mapped fields at both ends and at the carrier, lifecycles at their authority.
 */
export function systemsReceiving(model: SpecModel, changed: readonly ElementKey[]): ReadonlyMap<ElementKey, string> {
  const receiving = new Map<ElementKey, string>();
  for (const key of changed) {
    for (const system of systemsOf(model, key)) {
      const named = [elementKey('system', system), ...environmentsOf(model, system)];
      for (const one of named) if (!receiving.has(one)) receiving.set(one, nameInWords(key));
    }
  }
  return receiving;
}

function systemsOf(model: SpecModel, key: ElementKey): readonly string[] {
  const element = model.elements.get(key);
  if (element === undefined) return [];
  const owner = element.parent === undefined ? element : (model.elements.get(element.parent) ?? element);
  const { attributes } = owner;
  if ('deployedIn' in attributes) return attributes.deployedIn ?? [];
  if (owner.kind === 'interface') {
    const flow = model.get('interface', owner.id)?.attributes;
    if (flow === undefined) return [];
    const carrier = flow.transport?.via;
    return [flow.from, ...flow.to, ...(carrier === undefined ? [] : [carrier])];
  }
  const authority = model.get('lifecycle', owner.id)?.attributes.system;
  if (owner.kind === 'lifecycle' && authority !== undefined) return [authority];
  return owner.kind === 'system' ? [owner.id] : [];
}

function environmentsOf(model: SpecModel, system: string): readonly ElementKey[] {
  const element = model.get('system', system);
  return element === undefined ? [] : model.partsOf(element, 'environment').map(({ key }) => key);
}
