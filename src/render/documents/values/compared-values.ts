import { condition, group, list, text, type TemplateValue, type TemplateValues } from './template-value.ts';

/** A cell that the specification may leave open; print it with the partial `stated`. */
export function cell(means: string): TemplateValue {
  return group(`${means}, for the partial stated`, {
    text: text('what the specification says, or that it is not declared'),
    was: text('what base says; empty where that is the same'),
    tone: text('weight of the cell'),
  });
}

const ROW: TemplateValues = {
  anchor: text('destination of links to it'),
  mark: text('New where base has no such row; empty otherwise'),
};

/** A table whose rows are compared with base; each row is an element. */
export function compared(means: string, values: TemplateValues): TemplateValue {
  return list(means, { id: text('id of the row'), ...ROW, ...values });
}

/** A table whose rows are compared with base and are parts of elements. */
export function comparedParts(means: string, values: TemplateValues): TemplateValue {
  return list(means, { ...ROW, ...values });
}

/** Owners by function. */
export const OWNERS: TemplateValues = {
  operations: cell('operations owner'),
  quality: cell('quality owner'),
  it: cell('IT owner'),
};

/** What the partial table-gaps prints. */
export const TABLE_GAPS = group('cells that the specification does not answer', {
  words: text('how many'),
  rowWords: text('in how many rows'),
  any: condition('there are gaps'),
  rows: list('rows with gaps', {
    ref: text('number'),
    place: text('table'),
    item: text('row'),
    missing: text('what is not declared'),
  }),
});

/** What the partial changes-since-base prints. */
export const CHANGES_SINCE_BASE = group('what differs from base', {
  compared: condition('there is a base'),
  examined: text('how many rows were compared'),
  count: text('how many differ'),
  rows: list('rows that differ', {
    ref: text('number'),
    place: text('table'),
    item: text('row'),
    change: text('new, removed or changed'),
    what: text('what differs'),
  }),
});
