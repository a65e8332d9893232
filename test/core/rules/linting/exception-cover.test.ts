import { describe, expect, it } from 'vitest';
import { untreatedExceptions } from '../../../../src/core/rules/linting/exception-cover.ts';
import { graphOf, load, projectText, sourceFile } from '../small-project.ts';

const PLANT = `
package: {id: EX, title: Example, version: "1", lines: {A: Line A, B: Line B}}
systems: {QMS: {}, MES: {}}
interfaces:
  IF-1:
    from: QMS
    to: MES
    headers: [msg_no]
    whenDown: {mode: queue}
    delivery: {key: [msg_no], order: fifo, deadLetter: DLQ, onTimeout: retry}
`;

/** What nothing treats of the exceptions that IF-1 meets. */
function untreated(exceptions: string, limited = ''): readonly string[] {
  const model = load('head', [
    sourceFile('head', 'countersign.yaml', projectText(`${PLANT}${limited}exceptions:\n${exceptions}`)),
  ]);
  const flow = model.get('interface', 'IF-1');
  if (flow === undefined) throw new Error('IF-1 is not there.');
  return untreatedExceptions(model, graphOf(model), flow).map(({ classes }) => classes[0]);
}

const EVERY_OTHER = `
  EX-8: {class: manual-correction, treatment: procedural}
  EX-9: {class: bad-master-data, treatment: procedural}
`;

describe('an exception that is treated on some lines', () => {
  it('is open as long as a line is left out', () => {
    expect(untreated(`  EX-1: {class: cancel-void, treatment: automated, lines: [A]}${EVERY_OTHER}`)).toEqual([
      'cancel-void',
    ]);
  });

  it('is treated when the entries of its class take all lines together', () => {
    const entries = `  EX-1: {class: cancel-void, treatment: automated, lines: [A]}
  EX-2: {class: cancel-void, treatment: procedural, lines: [B], elements: [IF-1]}`;
    expect(untreated(`${entries}${EVERY_OTHER}`)).toEqual([]);
  });

  it('is treated when the interface runs on these lines only', () => {
    const entries = `  EX-1: {class: cancel-void, treatment: automated, lines: [A]}${EVERY_OTHER}`;
    expect(untreated(entries, '    lines: [A]\n')).toEqual([]);
  });
});
