import type { DocumentContext } from '../../../src/core/documents/document-context.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { PROJECT, plantContext } from './small-plant.ts';

const SPECS = `departments: {QA: {title: Quality, function: quality}}
systems: {MES: {version: "1"}, ERP: {version: "1"}}
objects:
  lot:
    fields:
      quantity: {type: decimal, unit: kg}
      piece: {type: decimal, unit: kg/EA}
      kind: {type: code, codes: CL}
      family: {type: code, codes: CLO}
      nr: {type: string, pattern: '\\d{4}'}
      box: {type: string, pattern: 'B\\d{3}'}
      pallet: {type: string, pattern: 'P\\d{2}'}
codes:
  CL: {values: {A: A, B: B}}
  CLO: {values: {A: A, B: B}, open: true}
  CLX: {values: {X: X, Z: Z}}
conversions:
  UC: {from: kg, to: crates, factor: 4}
  UP: {from: kg, to: EA, factor: {divideBy: lot.piece}, decimals: 0, rounding: half-up}
valueMaps:
  VM: {from: CL, to: CLX, map: {A: X, B: Z}, unknown: reject}
  VF: {from: CLO, to: CLX, map: {A: X}, unknown: {default: Z}}
interfaces:
  IF-1:
    from: MES
    to: ERP
    fields:
      quantity: {from: lot.quantity, type: decimal, unit: crates, conversion: UC}
      pieces: {from: lot.quantity, type: decimal, unit: EA, conversion: UP}
      kind: {from: lot.kind, type: code, map: VM, whenEmpty: reject}
      again: {from: lot.kind, type: code, map: VM, whenEmpty: reject}
      family: {from: lot.family, type: code, map: VF}
`;

const EARLIER = `  CR-1:
    title: First amounts
    reason: First
    date: 2026-01-10
    touches: [lot, VM]
    impacts: {lot.quantity: Accepted with the scale of the line.}
    inFlight: {lot.quantity: Open lots keep theirs}
    approved: [{function: QA, name: A. Bell, date: 2026-01-20, ref: Minutes 3}]
`;

/** Head: kilograms become grams with the factor that fits, a code arrives as another, patterns are written in another way. */
const CHANGED = SPECS.replace('quantity: {type: decimal, unit: kg}', 'quantity: {type: decimal, unit: g}')
  .replace('UC: {from: kg, to: crates, factor: 4}', 'UC: {from: g, to: crates, factor: 0.004}')
  .replace('UP: {from: kg,', 'UP: {from: g,')
  .replace('VM: {from: CL, to: CLX, map: {A: X, B: Z}', 'VM: {from: CL, to: CLX, map: {A: X, B: X}')
  .replace('map: {A: X}, unknown', 'map: {A: X, B: Z}, unknown')
  .replaceAll('\\d', '[0-9]');

/** The change record of head; an emergency change that names the object and the conversions, and not the value maps. */
export const EMERGENCY = `  CR-2:
    title: Amounts in grams
    reason: The new scale counts grams.
    requester: O. Floor
    date: 2026-02-20
    emergency: true
    approveBy: 2026-02-28
    touches: [lot, UC, UP, IF-1]
    impacts: {lot.quantity: The line was stopped for it.}
    approved: [{function: QA, name: Q. Unit, date: 2026-03-01, ref: CC-1}]
`;

const QA_ALONE = '[{function: QA, name: Q. Unit, date: 2026-03-01, ref: CC-2}]';
const EVERYBODY =
  '[{function: QA, name: Q. Unit, date: 2026-03-01, ref: CC-2}, {function: OPS, name: O. Other, date: 2026-03-01}, {function: IT, name: I. Nett, date: 2026-03-01}]';

/** A change with everything that a board asks of an assessment: values, earlier decisions, an emergency, waivers, repeated edits. */
export function boardContext(record = EMERGENCY): DocumentContext {
  const at = (waivers: string): DocumentContext =>
    plantContext({
      project: PROJECT,
      base: `${SPECS}changes:\n${EARLIER}`,
      head: `${CHANGED}changes:\n${EARLIER}${record}${waivers}`,
    });
  const { findings } = at('').assessment;
  return at(
    `waivers:\n${waiver('W-1', find(findings, 'value-map-entry-added'), EVERYBODY)}${waiver('W-2', find(findings, 'value-map-entry-retargeted'), QA_ALONE)}`,
  );
}

function find(findings: readonly Finding[], ruleId: string): Finding {
  const found = findings.find((finding) => finding.ruleId === ruleId);
  if (found === undefined)
    throw new Error(`There is no finding of ${ruleId}: ${findings.map((each) => each.ruleId).join(', ')}.`);
  return found;
}

function waiver(id: string, { ruleId, element, fingerprint }: Finding, approved: string): string {
  return `  ${id}: {rule: ${ruleId}, element: "${element.id}", finding: "${fingerprint}", reason: The codes are not in use., requestedBy: A. Author, approved: ${approved}, expires: 2026-05-01}\n`;
}
