import type { ElementKey } from '../model/element.ts';

export type TestPhase = 'IQ' | 'OQ';
/** What kind of thing is proved (domain sections e.4 to e.6). */
export type ObligationType =
  | 'POS'
  | 'ILL'
  | 'GRD'
  | 'ROL'
  | 'SIG'
  | 'MAP'
  | 'TXT'
  | 'ENM'
  | 'UOM'
  | 'KEY'
  | 'DUP'
  | 'ORD'
  | 'DWN'
  | 'INV'
  | 'IDN'
  | 'VRS'
  | 'CFG'
  | 'CON'
  | 'SEC'
  | 'CLK'
  | 'AUD';

/** One atomic thing to prove. Coverage is counted on these, so that packing them into cases hides no gap. */
export interface Obligation {
  /** `<PHASE>-<ELEMENT>-<TYPE>-<KEY>`, KEY = five base-32 characters of the SHA-256 of `semanticKey`. */
  readonly id: string;
  readonly phase: TestPhase;
  readonly type: ObligationType;
  readonly element: ElementKey;
  /** What is proved, independent of order and wording: `GRD|NCR.T03|<canonical atom>|false`. */
  readonly semanticKey: string;
  /** What is to be shown, in one sentence. */
  readonly objective: string;
  readonly requirements: readonly string[];
}

/** Types of domain sections e.4 to e.6 that no strategy of this version derives; each is printed as one exclusion. */
export type UnderivedType =
  | 'BND'
  | 'SOD'
  | 'TRM'
  | 'LOP'
  | 'PTH'
  | 'TMO'
  | 'CCY'
  | 'RET'
  | 'CNS'
  | 'VER'
  | 'NUL'
  | 'REF'
  | 'ENT'
  | 'SRC'
  | 'MSG'
  | 'LST'
  | 'ERR'
  | 'ALM'
  | 'RCN'
  | 'RPT'
  | 'PRF'
  | 'WFL'
  | 'BKP'
  | 'MON'
  | 'DOC'
  | 'PAR'
  | 'OFF'
  | 'MIG';

/** A thing that a rule of derivation would ask for and that is not asked for here. Printed with its reason. */
export interface Exclusion {
  readonly rule: ObligationType | UnderivedType;
  readonly element: ElementKey;
  readonly what: string;
  readonly reason: string;
}

export interface TestStep {
  /** 10, 20, 30 …: a step put in by hand becomes 25. */
  readonly number: number;
  /** Where it is done: a system, or the reference clock. */
  readonly system: string;
  /** Imperative, one action, exact input. */
  readonly action: string;
  /** Present tense, observable, with value, limit and place. Never one of the banned phrases. */
  readonly expected: string;
  /** What the tester writes down. */
  readonly record: string;
  /** Ids of the obligations that this step proves. */
  readonly proves: readonly string[];
}

/** A script for a person: one initial state, 3 to 15 steps. */
export interface TestCase {
  /**
   * `<PHASE>-<ELEMENT>-<TYPE>-<KEY>`, KEY from the semantic key of the obligation that leads it (then both have the same id),
   * or of the sweep (`ROL|NCR.T03`): a role that joins a sweep changes what the case says, not what it is called.
   */
  readonly id: string;
  readonly phase: TestPhase;
  readonly type: ObligationType;
  readonly title: string;
  readonly objective: string;
  readonly element: ElementKey;
  readonly requirements: readonly string[];
  /** `h1:<hex>`: semantic hash of the element that it verifies. */
  readonly elementHash: string;
  /** `h1:<hex>` over what the case says: it changes when a tester would do or expect something else. */
  readonly caseHash: string;
  /** Elements whose change makes this case worth repeating: its own and what it depends on. */
  readonly support: readonly ElementKey[];
  readonly initialState: readonly { readonly system: string; readonly state: string }[];
  readonly prerequisites: readonly string[];
  readonly accounts: readonly { readonly account: string; readonly role: string }[];
  readonly testData: readonly string[];
  readonly cleanUp: readonly string[];
  readonly steps: readonly TestStep[];
  readonly obligations: readonly string[];
}

/** One line of an IQ protocol: what must be found, and how to look. */
export interface InstallationCheck {
  readonly id: string;
  readonly type: ObligationType;
  readonly element: ElementKey;
  readonly environment: string;
  readonly item: string;
  readonly attribute: string;
  /** Exact expected value; absent = the specification does not declare it, and the protocol says so loudly. */
  readonly expected?: string;
  readonly method: string;
  readonly requirements: readonly string[];
  readonly elementHash: string;
  readonly semanticKey: string;
}

/** How deep the tests go, and why. */
export interface Rigour {
  /** Label of domain section d.3, the plant's own word and no term of an authority. */
  readonly label: 'scripted-robust';
  readonly reason: string;
}

/** Everything that is derived from one revision. */
export interface Derivation {
  readonly rigour: Rigour;
  readonly obligations: readonly Obligation[];
  readonly cases: readonly TestCase[];
  readonly checks: readonly InstallationCheck[];
  readonly exclusions: readonly Exclusion[];
}
