/** What became of an authored story when it was played against the composed plant. */
export interface PlayedScenario {
  /** Id of the exception that tells it. */
  readonly exception: string;
  /**
   * `plays`: every step that can be played went as told; `nothing-to-play`: it only says what people check; `not-played`: it is
   * too large, and its steps say why.
   */
  readonly outcome: 'plays' | 'fails' | 'nothing-to-play' | 'not-played';
  readonly steps: readonly PlayedStep[];
}

/** One step of the story. */
export interface PlayedStep {
  /** Counted from 1. */
  readonly number: number;
  /** What it says: `do NCR.T01 on N1`. */
  readonly what: string;
  /**
   * `ok`: it went as told. `printed`: for people; nothing of it is played. `not-played`: something of it cannot be decided here.
   * `not-reached`: a step before it was not possible.
   */
  readonly outcome: 'ok' | 'failed' | 'printed' | 'not-played' | 'not-reached';
  /** Why it failed; empty otherwise. */
  readonly faults: readonly StoryFault[];
  /** What of it could not be decided, in whole sentences. */
  readonly undecided: readonly string[];
}

/** Where a story and the plant part. */
export interface StoryFault {
  /** Path below the attributes of the exception: `['scenario', 'steps', 3, 'do']`. */
  readonly path: readonly (string | number)[];
  /** One sentence. */
  readonly reason: string;
}
