/** A way through the plant as people tell it; plain data, the same bytes on every machine. */
export interface Story {
  /** Where every record begins. */
  readonly start: readonly StoryValue[];
  readonly steps: readonly StoryStep[];
  /** Faults that happen in it. */
  readonly faults: number;
  /** Steps that people take. */
  readonly byPeople: number;
  /** Names of the steps for replaying it on this or another revision; parallel to `steps`. */
  readonly replay: readonly string[];
}

export interface StoryStep {
  /** Counted from 1. */
  readonly number: number;
  readonly kind: 'person' | 'automatic' | 'timed' | 'delivery' | 'outside' | 'fault' | 'recovery';
  /** What goes wrong, for `fault`. */
  readonly fault?: 'lose' | 'duplicate' | 'overtake' | 'outage';
  /** `Operator or QA inspector`, `MES`, `IF-001`. */
  readonly who: string;
  /** Role ids, for `person`. */
  readonly roles: readonly string[];
  /** System in which it happens. */
  readonly where?: string;
  /** `raise (NCR.T01) on ncr 1`; one sentence without a full stop. */
  readonly what: string;
  /** Transitions that happen: `NCR.T01`. */
  readonly transitions: readonly string[];
  readonly record?: string;
  /** Values that are entered: field → code; absent where there are none. */
  readonly entered?: Readonly<Record<string, string>>;
  /** Meanings of the signatures that it asks for. */
  readonly signed: readonly string[];
  /** Free facts that were taken as true or false for it. */
  readonly assumed: readonly string[];
  /** Every status after the step. */
  readonly after: readonly StoryValue[];
  /** Names among `after` whose value this step changed. */
  readonly changed: readonly string[];
  /** What is on its way after the step, next to arrive first: `IF-002 HOLD to ERP`. */
  readonly onTheWay: readonly string[];
  readonly sends: readonly StoryMessage[];
  /** The message that the step is about: it arrives, or is lost. */
  readonly receives?: StoryMessage;
  /** What comes of the message where it arrives: `block (INV.T04) on lot 1`, `only the copy is updated`. */
  readonly effect?: string;
  /** Messages that are dropped besides, because a later one overtook them; absent where there are none. */
  readonly discards?: readonly StoryMessage[];
}

export interface StoryMessage {
  readonly interface: string;
  readonly message?: string;
  readonly from?: string;
  readonly to: string;
  /** What it carries: `NCR = Open`. */
  readonly content: readonly string[];
  /** Number of the step in which it was sent. */
  readonly sentIn?: number;
}

/** `INV of lot 1` is `Released`. */
export interface StoryValue {
  readonly name: string;
  readonly lifecycle: string;
  readonly system?: string;
  /** `lot 1`; absent for a lifecycle without object. */
  readonly record?: string;
  readonly value: string;
}
