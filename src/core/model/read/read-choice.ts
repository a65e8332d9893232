import type { ChoiceShape, Shape } from '../../language/shape.ts';
import { sentenceNameOf } from './place.ts';
import type { Place } from './place.ts';
import { shorthandAttribute } from './read-part.ts';
import { reportNoValue } from './read-scalar.ts';
import { attempt } from './reading.ts';
import type { Reading, ValueReader } from './reading.ts';

/** The first of several shapes that fits; where none does, what is wrong with the one that was most likely meant. */
export function readChoice(shape: ChoiceShape, place: Place, reading: Reading, readValue: ValueReader): unknown {
  if (place.node.kind === 'scalar' && place.node.style === 'empty') {
    reportNoValue(place, reading);
    return undefined;
  }
  const tries = shape.of.map((alternative) => ({
    alternative,
    ...attempt(reading, (trial) => readValue(alternative, place, trial)),
  }));
  const fitting = tries.find(
    ({ value, problems }) => value !== undefined && problems.every(({ severity }) => severity === 'warning'),
  );
  if (fitting !== undefined) {
    fitting.problems.forEach((problem) => reading.report(problem));
    return fitting.value;
  }
  const likely = tries.filter(({ alternative }) => takesForm(alternative, place));
  const [best] = likely;
  const complaints = likely.flatMap(({ problems }) => problems);
  const telling = complaints.find(({ rule, hint }) => rule === 'yaml-ambiguous-scalar' || hint !== undefined);
  // Of a single value that fits nothing, one sentence that names all forms says more than the complaint of one.
  if (best === undefined || (place.node.kind === 'scalar' && telling === undefined)) reportForms(shape, place, reading);
  else if (place.node.kind === 'scalar' && telling !== undefined) reading.report(telling);
  else best.problems.forEach((problem) => reading.report(problem));
  return place.node.kind === 'scalar' ? undefined : best?.value;
}

function reportForms(shape: ChoiceShape, place: Place, reading: Reading): void {
  const { node } = place;
  const forms = [...new Set(shape.of.map(describeForm))].join(' or ');
  const found = node.kind === 'scalar' ? `it is "${node.text}"` : `it is a ${node.kind}`;
  reading.report({
    rule: 'schema-invalid',
    message: `${sentenceNameOf(place)} must be ${forms}; ${found}.`,
    at: place,
  });
}

/** Whether a shape takes values of this outer form at all, whatever stands in them. */
function takesForm(shape: Shape, place: Place): boolean {
  const form = place.node.kind;
  switch (shape.kind) {
    case 'list':
      return form === 'list' || takesForm(shape.of, place);
    case 'map':
    case 'condition':
      return form === 'mapping';
    case 'part':
      return form === 'mapping' || (shape.shorthand !== undefined && takesForm(shorthandAttribute(shape).shape, place));
    case 'choice':
      return shape.of.some((alternative) => takesForm(alternative, place));
    case 'any':
      return true;
    default:
      return form === 'scalar';
  }
}

/** What a shape takes, for a sentence. */
function describeForm(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
    case 'scalar':
      return 'a text';
    case 'id':
      return 'a short code';
    case 'words':
      return shape.words.length === 1 ? `the word ${shape.words.join('')}` : `one of ${shape.words.join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'measure':
      return shape.of === 'duration'
        ? 'a time such as 60 s'
        : shape.of === 'percent'
          ? 'a percentage'
          : 'a quantity with its unit';
    case 'date':
      return 'a date';
    case 'reference':
      return [...shape.words, 'the name of an element'].join(', ');
    case 'list':
      return shape.of.kind === 'reference' ? 'names of elements' : 'a list';
    case 'map':
      return 'a mapping of names to values';
    case 'part':
      return `{${Object.keys(shape.attributes)
        .slice(0, 3)
        .map((name) => `${name}: …`)
        .join(', ')}}`;
    case 'choice':
      return shape.of.map(describeForm).join(' or ');
    case 'condition':
      return 'a condition';
    case 'any':
      return 'a value';
  }
}
