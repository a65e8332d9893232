/** A small plant with steps, events, data and decisions that two systems share; what is left out is left out on purpose. */
export const JOINT_PROJECT = `language: 1
package: {id: JNT-REL, title: Joint release, version: 2.0.0, site: JNT}
profile: sketch
approvers: {OPS: {departments: [OPS]}, QA: {departments: [QA]}}
scoping: {lead: quality, outcomes: [batch_record_release, dispatch, reduce_cost], touches: [test_results]}
`;

export const JOINT_PLANT = `departments: {OPS: {function: operations}, QA: {function: quality}, IT_APP: {function: it}}
systems:
  MES: {version: "7", gxp: direct, functions: [dispatching, batch record review], owners: {operations: OPS, quality: QA, it: IT_APP}}
  QMS: {version: "2", gxp: direct, functions: [batch record review]}
  SCALE: {title: Scale}
roles:
  LEAD: {department: OPS}
  QA_REL: {department: QA}
objects:
  lot:
    title: Lot
    systemOfRecord: MES
    keys: {MES: [lot_id], QMS: {fields: [batch], freeText: true}}
    copies: {QMS: editable}
    rationale: QMS corrects numbers until the next transfer.
    fields: {id: {type: string}, quantity: {type: decimal}}
  ncr: {systemOfRecord: QMS, keys: {QMS: [id]}, fields: {id: {type: string}}}
lifecycles:
  BRR:
    title: Batch record
    system: QMS
    initial: Open
    states: {Open: open, Released: released, Void: closed}
    transitions:
      T01: {event: release, from: Open, to: Released, by: QA_REL, sign: {meaning: Record released}, refs: [A11-15], receives: IF-1}
      T02: {event: skip_review, from: Open, to: Released, auto: true}
      T03: {event: void, from: Open, to: Void, by: LEAD}
interfaces:
  IF-1: {title: Lot to QMS, from: MES, to: QMS, pattern: event, fields: {qty: {from: lot.quantity, type: decimal}}, owners: {it: IT_APP}}
events:
  record_released: {owner: QMS, followers: [MES], initiators: [QMS], transitions: [BRR.T01]}
  lot_opened: {owner: MES, initiators: [MES, QMS], transitions: [BRR.T03]}
steps:
  PS-2: {title: Weigh, after: [PS-3], collects: [SCALE], systemOfRecord: MES, review: QMS, release: {notApplicable: nothing is released}, owners: {operations: OPS, quality: QA, it: IT_APP}, elements: [BRR.T01]}
  PS-3: {title: Receive}
  PS-4: {title: Review, after: [PS-2], collects: [SCALE], systemOfRecord: QMS, review: QMS, release: QMS, audit: [QMS], outputs: [RO-1], documents: [SOP-1], owners: {notApplicable: the board decides}}
outputs:
  RO-1: {title: Batch record, approvals: [BRR.T01], assembledIn: QMS, refs: [D211-188], content: {qty: {from: lot.quantity, required: true}, lot: {from: lot.id}, ncr: {from: ncr.id}}}
  RO-2: {title: Label}
documents: {SOP-1: {title: Paper record, kind: form}}
measures: {M-1: {what: Lots that match, covers: [lot], limit: 99.5 %, measured: 99.4 %, measuredOn: 2026-01-10}}
`;
