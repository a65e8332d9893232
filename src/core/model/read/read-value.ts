import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import type { Shape } from '../../language/shape.ts';
import { parseCondition } from '../condition/parse-condition.ts';
import { readConditionJson } from './condition-json.ts';
import { readJson } from './plain-json.ts';
import { readChoice } from './read-choice.ts';
import { readList } from './read-list.ts';
import { readMap } from './read-map.ts';
import { readPart } from './read-part.ts';
import type { Place } from './place.ts';
import { readId, readReference } from './read-name.ts';
import {
  readBoolean,
  readDate,
  readInteger,
  readMeasureAt,
  readNumber,
  readText,
  readWord,
  readWritten,
  reportNoValue,
} from './read-scalar.ts';
import { attempt } from './reading.ts';
import type { Reading } from './reading.ts';
import { placeAsWritten } from './written-order.ts';

/**
 * Reads the value at a place as its shape says, into canonical form. Everything wrong is reported; undefined when the value
 * cannot be used. What was wrong inside a list, map or part is left out of it, so that the rest can still be read.
 */
export function readValue(shape: Shape, place: Place, reading: Reading): unknown {
  switch (shape.kind) {
    case 'text':
      return readText(place, reading);
    case 'id':
      return readId(place, reading);
    case 'words':
      return readWord(place, shape.words, reading);
    case 'boolean':
      return readBoolean(place, reading);
    case 'integer':
      return readInteger(place, reading);
    case 'number':
      return readNumber(place, reading);
    case 'measure':
      return readMeasureAt(place, shape.of, reading);
    case 'date':
      return readDate(place, reading);
    case 'scalar':
      return readWritten(place, reading);
    case 'reference':
      return readReference(place, shape, reading);
    case 'list':
      return readList(shape, place, reading, readValue);
    case 'map':
      return readMap(shape, place, reading, readValue);
    case 'part':
      return readPart(shape, place, reading, readValue);
    case 'choice':
      return readChoice(shape, place, reading, readValue);
    case 'condition':
      return readCondition(place, reading);
    case 'any':
      return readContent(place, reading);
  }
}

/** Structured content, or nothing when something in it is wrong. */
function readContent(place: Place, reading: Reading): Json | undefined {
  const { value, problems } = attempt(reading, (trial) => readJson(place, trial));
  problems.forEach((problem) => reading.report(problem));
  return problems.length === 0 ? value : undefined;
}

function readCondition(place: Place, reading: Reading): Condition | undefined {
  if (place.node.kind === 'scalar' && place.node.style === 'empty') {
    reportNoValue(place, reading);
    return undefined;
  }
  const { value, problems } = attempt(reading, (trial) => readConditionJson(place, trial));
  const reported = new Set(problems.map(({ at }) => at.node));
  problems.forEach((problem) => reading.report(problem));
  let wrong = problems.length > 0;
  const condition = parseCondition(value, ({ message, hint, path, part }) => {
    wrong = true;
    const at = placeAsWritten(place, path);
    // A value that cannot be read is not also a wrong one.
    if (!reported.has(at.node)) reading.report({ rule: 'schema-invalid', message, hint, at, part: part ?? 'value' });
  });
  return wrong ? undefined : condition;
}
