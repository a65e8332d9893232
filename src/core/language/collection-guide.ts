import type { CollectionName } from './shape.ts';

/** What one entry of a collection stands for, and one as somebody would write it. */
export interface CollectionGuide {
  readonly purpose: string;
  /** The value of the collection's key: a mapping with a single entry. */
  readonly example: { readonly [id: string]: unknown };
}

/** Introduces every collection, for editors and the reference. */
export const COLLECTION_GUIDE: Readonly<Record<CollectionName, CollectionGuide>> = {
  departments: {
    purpose: 'Departments and the view each of them brings: what owners and approvers refer to.',
    example: { QA: { title: 'Quality assurance', function: 'quality' } },
  },
  systems: {
    purpose:
      'Computerised systems in scope (MES, QMS, ERP, LIMS, middleware, equipment), and what installation qualification must find in each environment.',
    example: {
      MES: {
        title: 'Manufacturing execution',
        version: '7.4 SP2',
        gxp: 'direct',
        gamp: 4,
        owners: { operations: 'OPS', quality: 'QA', it: 'IT' },
        clock: { source: 'NTP', stored: 'UTC', maxDrift: '5 s' },
        environments: { PROD: { host: 'mes-p1.example', build: '7.4.2-118' } },
      },
    },
  },
  roles: {
    purpose: 'Functions of persons and services that may do something in the systems.',
    example: { QA_RELEASE: { title: 'Release by the quality unit', department: 'QA' } },
  },
  segregation: {
    purpose: 'Acts that one person must not combine, and persons that must not do them at all.',
    example: {
      'SOD-01': { title: 'Who raises an NCR does not approve its disposition', acts: ['NCR.T01', 'NCR.T03'] },
    },
  },
  objects: {
    purpose:
      'Data objects and records (lot, serial number, NCR, part, supplier): their data, who owns them, and what is promised about their records.',
    example: {
      lot: {
        systemOfRecord: 'MES',
        material: true,
        keys: { MES: ['lot_id'], ERP: { fields: ['batch'], length: 10 } },
        fields: { quantity: { type: 'decimal', unit: 'EA', decimals: 0, required: true, critical: true } },
      },
    },
  },
  codes: {
    purpose: 'Code lists: every code with its meaning and what follows from it.',
    example: {
      'CL-VERDICT': {
        title: 'Verdict',
        values: { PASS: { title: 'Pass', trait: 'usable' }, FAIL: { title: 'Fail', trait: 'blocking' } },
      },
    },
  },
  sets: {
    purpose: 'Named sets of states or codes as a consumer knows them, which may lag behind the list of the owner.',
    example: {
      'NCR-BLOCK': {
        of: 'NCR',
        members: ['Open', 'UnderReview'],
        effect: 'blocks',
        unknown: 'in',
        deployedIn: ['MES'],
      },
    },
  },
  valueMaps: {
    purpose: 'Maps from the codes (or states) of one system to those of another.',
    example: {
      'VM-VERDICT': {
        from: 'CL-VERDICT',
        to: 'CL-VERDICT-QMS',
        map: { PASS: 'P', FAIL: 'F' },
        unknown: 'reject',
        deployedIn: ['BUS'],
      },
    },
  },
  conversions: {
    purpose: 'Conversions between units, with an exact factor and a declared rounding.',
    example: {
      'UC-RA': {
        title: 'Surface roughness',
        from: 'uin',
        to: 'um',
        factor: 0.0254,
        decimals: 3,
        rounding: 'half-up',
        examples: [{ in: 31.65, out: 0.804 }],
      },
    },
  },
  units: {
    purpose: 'Units beyond those that the tool knows.',
    example: { tray: { title: 'Tray', dimension: 'count', equals: '24 EA' } },
  },
  crosswalks: {
    purpose: 'Tables that join the keys under which several systems know one object.',
    example: {
      'XW-LOT': {
        object: 'lot',
        sides: ['MES', 'ERP', 'QMS'],
        cardinality: 'one-to-one',
        match: 'exact',
        unknown: 'reject',
        owner: 'OPS',
      },
    },
  },
  measures: {
    purpose: 'Measures of data quality or stability that something waits for.',
    example: {
      'MDQ-01': {
        what: 'Parts in ERP with exactly one PLM item and revision',
        covers: ['XW-PART'],
        limit: '100 %',
        measured: '99.2 %',
        measuredOn: '2026-03-02',
      },
    },
  },
  interfaces: {
    purpose:
      'Flows of data between systems: what is sent, how delivery is promised, and what happens when the other end is down.',
    example: {
      'IF-001': {
        title: 'NCR status to MES',
        from: 'QMS',
        to: ['MES'],
        pattern: 'event',
        delivery: {
          guarantee: 'at-least-once',
          order: 'sequence',
          sequence: 'msg_seq',
          key: ['hold_ref', 'msg_seq'],
          retry: { max: 3, every: '60 s' },
          alarmAfter: '300 s',
        },
        whenDown: { mode: 'queue', buffer: '72 h', fallback: ['FRM-118'] },
        latency: '60 s',
        fields: {
          hold_ref: { from: 'ncr.id', type: 'string', length: 15, required: true, key: true, critical: true },
          msg_seq: { from: 'ncr.seq', type: 'integer', required: true, critical: true },
          ncr_status: { from: 'NCR', type: 'code', required: true, critical: true },
        },
      },
    },
  },
  reconciliations: {
    purpose: 'Detective controls: what is compared between systems, how often, and what is done about a difference.',
    example: {
      'REC-01': {
        title: 'Open NCR has its lot held',
        what: 'Every lot with an open NCR is on hold in MES',
        between: ['QMS', 'MES'],
        every: '1 h',
        owner: 'QA',
      },
    },
  },
  lifecycles: {
    purpose: 'Status machines: the states of one object in the system that decides them, and the steps between them.',
    example: {
      NCR: {
        title: 'Nonconformance',
        object: 'ncr',
        system: 'QMS',
        initial: 'Open',
        states: { Open: 'open', Closed: 'closed' },
        transitions: {
          T01: {
            event: 'close',
            from: 'Open',
            to: 'Closed',
            by: 'QUALITY_ENG',
            when: { fact: 'the actions are verified' },
            sign: { meaning: 'NCR closed' },
            emits: 'IF-001',
          },
        },
      },
    },
  },
  invariants: {
    purpose:
      'What must always hold, whatever the order of events. Exactly one kind each: never, step, before, after, from, agree, conserved, reachable, gate, final, independent or separate.',
    example: {
      'INV-01': {
        title: 'Nothing is released with an open NCR',
        severity: 'high',
        never: { all: [{ INV: 'Released' }, { some: 'ncr', NCR: { class: 'open' } }] },
        once: 'settled',
      },
    },
  },
  events: {
    purpose: 'Business events, each owned by exactly one system.',
    example: { disposition_decided: { owner: 'QMS', followers: ['MES', 'ERP'], transitions: ['NCR.T03'] } },
  },
  steps: {
    purpose: 'Steps of the business process, and which system serves each of them for what.',
    example: {
      'PS-05': {
        title: 'Raise nonconformance',
        collects: ['MES'],
        systemOfRecord: 'QMS',
        review: 'QMS',
        outputs: ['RO-03'],
        elements: ['NCR.T01', 'IF-001'],
      },
    },
  },
  outputs: {
    purpose: 'Regulated outputs (batch record, certificate): what they show, from where, and when they may be issued.',
    example: {
      'RO-01': {
        title: 'Batch record',
        kind: 'record',
        approvals: ['BRR.T02'],
        issue: { when: { BRR: 'Released' }, by: ['QA_RELEASE'] },
        content: { lot_number: { title: 'Lot number', from: 'lot.id', required: true } },
      },
    },
  },
  reports: {
    purpose: 'Reports and queries that people decide by.',
    example: {
      'RP-01': {
        title: 'Ageing of open NCRs',
        inputs: ['NCR', 'ncr.changed_at'],
        filter: { NCR: { class: 'open' } },
        decision: 'Which NCR is escalated',
      },
    },
  },
  evidenceLinks: {
    purpose: 'Links between records that must work whenever somebody follows them (NCR to lot, lot to test result).',
    example: {
      'EL-01': {
        title: 'NCR to lot',
        from: 'ncr',
        to: 'lot',
        via: 'IF-001',
        key: ['hold_ref', 'lot_id'],
        cardinality: 'many-to-many',
        required: true,
      },
    },
  },
  exceptions: {
    purpose: 'Exceptional courses of the process, how each is treated, and the story by which that is shown.',
    example: {
      'EX-01': {
        title: 'Partial lot hold',
        class: 'partial-hold',
        treatment: 'automated',
        elements: ['LOT.T07', 'IF-001'],
        scenario: {
          given: { LOT: 'Complete' },
          steps: [
            { do: 'NCR.T01', by: 'QA_INSP' },
            { deliver: 'all', expect: { LOT: 'OnHold' } },
          ],
        },
      },
    },
  },
  phases: {
    purpose: 'Phases of coexistence on the way to the final landscape: what is live, what is still done by hand.',
    example: {
      'PH-1': {
        title: 'Holds automated',
        live: ['IF-001'],
        manual: ['FRM-118'],
        entry: ['Data quality measures are met'],
        rollback: 'Holds on paper; no return after the first automatic release',
      },
    },
  },
  requirements: {
    purpose: 'Requirements (user, functional, design), and what realises them.',
    example: {
      'URS-001': {
        text: 'An NCR raised against a lot shall stop its processing within 60 s.',
        criticality: 'high',
        satisfiedBy: ['IF-001', 'LOT.T01'],
      },
    },
  },
  risks: {
    purpose: 'Functional risks: what may fail, with which effect, and what is done about it.',
    example: {
      'RK-01': {
        element: 'IF-001',
        failure: 'The hold message is lost',
        effects: { quality: 'A nonconforming lot goes on' },
        severity: 'high',
        detectability: 'medium',
        controls: ['REC-01'],
      },
    },
  },
  tests: {
    purpose: 'Test cases that people wrote, beside those that the tool derives.',
    example: {
      'TC-01': {
        title: 'Label of a held lot',
        level: 'OQ',
        verifies: ['URS-001'],
        steps: [{ do: 'Print the label of lot L-260302-01', expect: 'The label shows HOLD in red' }],
      },
    },
  },
  documents: {
    purpose: 'Procedures, forms and supplier documents that the process relies on.',
    example: {
      'SOP-014': {
        title: 'Stock release',
        kind: 'procedure',
        number: 'SOP-014',
        revision: '07',
        effective: '2025-11-01',
      },
    },
  },
  texts: {
    purpose: 'Passages of generated documents that only a person can write.',
    example: {
      'IA-SUMMARY': {
        document: 'IA',
        section: 'conclusion',
        text: 'The board considered the shop-floor training sufficient.',
      },
    },
  },
  changes: {
    purpose: 'Change records: why something changes, what it may touch, and what happens to records in flight.',
    example: {
      'CR-2041': {
        title: 'Ageing of verification',
        reason: 'The ageing chart mixes two waiting lists.',
        date: '2026-03-02',
        touches: ['NCR'],
        inFlight: { 'NCR.Dispositioned': 'stays there' },
      },
    },
  },
  waivers: {
    purpose: 'Findings that somebody accepted, with reason and expiry.',
    example: {
      'W-01': {
        rule: 'mapping-truncation',
        element: 'IF-001.hold_ref',
        finding: '3f9c2a71',
        reason: 'The longest number in use has 12 characters until the upgrade.',
        approved: [{ function: 'QA', name: 'J. Doe', date: '2026-03-02' }],
        expires: '2026-06-30',
      },
    },
  },
};
