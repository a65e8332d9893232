import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { COLLECTIONS } from '../../language/collections.ts';
import type { CollectionDefinition } from '../../language/collections.ts';
import { elementKey } from '../element.ts';
import type { Element, ElementKey } from '../element.ts';

/**
 * What can be said of identity within one revision: ids that must not return are not in use, and nothing claims a former id
 * that it cannot have had.
 */
export function checkIdentity(
  elements: readonly Element[],
  project: Element<'project'> | undefined,
  diagnostics: Diagnostic[],
): void {
  if (project !== undefined) checkRetired(elements, project, diagnostics);
  checkClaims(elements, diagnostics);
}

function checkRetired(elements: readonly Element[], project: Element<'project'>, diagnostics: Diagnostic[]): void {
  const retired = new Map(
    Object.entries(project.attributes.retired ?? {}).map(([id, why]) => [id.toLowerCase(), { id, why }]),
  );
  if (retired.size === 0) return;
  for (const element of elements) {
    const names = [element.id, `${element.collection}:${element.id}`];
    const found = names.map((name) => retired.get(name.toLowerCase())).find((entry) => entry !== undefined);
    if (found === undefined || statusOf(element) === 'retired') continue;
    diagnostics.push({
      ruleId: 'id-reused-after-retirement',
      severity: 'error',
      message: `The id ${element.id} is retired and must not return: ${sentence(found.why)}`,
      hint: `Give the ${nounOf(element)} another id, so that the history of the old one does not attach to it.`,
      subject: element.key,
      at: element.at,
      related: [{ message: 'It is retired here.', at: project.locate(['retired', found.id], 'key') }],
    });
  }
}

function checkClaims(elements: readonly Element[], diagnostics: Diagnostic[]): void {
  let byKey: ReadonlyMap<ElementKey, Element> | undefined;
  // Few projects rename anything.
  const inUse = (key: ElementKey): Element | undefined =>
    (byKey ??= new Map(elements.map((element) => [element.key, element]))).get(key);
  const claims = new Map<string, { readonly element: Element; readonly at: Diagnostic['at'] }>();
  for (const element of elements) {
    const claimed = formerIdsOf(element);
    for (const [index, name] of claimed.entries()) {
      const at = element.locate(['formerIds', index]);
      const refuse = (message: string, hint: string, related: Diagnostic['related'] = []): void => {
        diagnostics.push({
          ruleId: 'rename-claim-invalid',
          severity: 'error',
          message,
          hint,
          subject: element.key,
          at,
          ...(related.length === 0 ? {} : { related }),
        });
      };
      const former = resolveFormer(element, name);
      if (former === undefined) {
        refuse(
          `${name} was no ${nounOf(element)}, so ${element.id} cannot be its new name.`,
          'A rename keeps the kind of element. What replaces something of another kind is new.',
        );
        continue;
      }
      const key = elementKey(element.kind, former);
      const living = inUse(key);
      const earlier = claims.get(key);
      if (living !== undefined) {
        refuse(
          living === element
            ? `${element.id} names itself as its former id.`
            : `${element.id} says that it was ${former} before, but there is a ${nounOf(element)} ${former}.`,
          living === element
            ? 'Name the id that it had before, or remove the line.'
            : 'Remove the old one if this is its new name; give a new element an id that was never used.',
          living === element ? [] : [{ message: `${former} is in use here.`, at: living.at }],
        );
      } else if (earlier !== undefined) {
        refuse(
          `${earlier.element.id} and ${element.id} both say that they were ${former} before.`,
          'One of them is new: only the other carries the history on.',
          [{ message: `${earlier.element.id} claims it here.`, at: earlier.at }],
        );
      } else claims.set(key, { element, at });
    }
  }
}

/** The full id that a former id means for this element; undefined when it is the id of something of another kind. */
function resolveFormer(element: Element, name: string): string | undefined {
  const colon = name.indexOf(':');
  if (colon !== -1 && name.slice(0, colon) !== element.collection) return undefined;
  const id = name.slice(colon + 1);
  const dots = id.split('.').length - 1;
  if (element.parent === undefined) return dots === 0 ? id : undefined;
  if (dots > 1) return undefined;
  return dots === 1 ? id : `${element.id.slice(0, element.id.length - element.localId.length)}${id}`;
}

function formerIdsOf(element: Element): readonly string[] {
  return 'formerIds' in element.attributes ? (element.attributes.formerIds ?? []) : [];
}

function statusOf(element: Element): string | undefined {
  return 'status' in element.attributes ? element.attributes.status : undefined;
}

function nounOf(element: Element): string {
  if (element.collection === 'project') return 'project';
  const definition: CollectionDefinition = COLLECTIONS[element.collection];
  return definition.parts.find(({ kind }) => kind === element.kind)?.noun ?? definition.noun;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
