import { describe, expect, it } from 'vitest';
import { scenarioText } from '../../../../src/core/explore/story/scenario-text.ts';
import { tellStory } from '../../../../src/core/explore/story/tell-story.ts';
import { HOLD_SPEC, holdModel, holdPlant, STEP } from './hold-plant.ts';

const tell = (...steps: readonly number[]) => tellStory(holdModel(), holdPlant([0, 1, 2]), { initial: 0, steps });

describe('A story as an exception of the specification', () => {
  const text = scenarioText(tell(STEP.raise, STEP.rework, STEP.release, STEP.block), 'How "R1" breaks: released');

  it('reads as its author would have written it', () => {
    expect(text).toBe(`# Id, class and treatment are proposals.

exceptions:
  EX-NEW:
    title: 'How "R1" breaks: released'
    class: concurrency
    treatment: automated
    scenario:
      given: {NCR: Draft, STOCK: QI}
      steps:
        - {do: NCR.T01, by: LEAD, expect: {NCR: Open}}
        - {do: NCR.T02, by: QA, values: {ncr.disposition: REWORK}, expect: {NCR: Closed}}
        - {do: STOCK.T02, by: QA, expect: {STOCK: Released}}
        - {deliver: IF-1, expect: {STOCK: Blocked}}
`);
  });

  it('is read by the language as it stands', () => {
    expect(holdModel(`${HOLD_SPEC}\n${text}`).get('exception', 'EX-NEW')?.attributes.scenario?.steps).toHaveLength(4);
  });

  it('notes what it takes as so that a scenario would not', () => {
    const told = tell(STEP.raise);
    const steps = told.steps.map((step) => ({ ...step, assumed: ['fact: known', 'a concession is Approved in CON'] }));
    expect(scenarioText({ ...told, steps }, 'Assumed')).toContain(
      '- {do: NCR.T01, by: LEAD, note: "taken as so: a concession is Approved in CON", expect: {NCR: Open}}\n',
    );
  });

  it('writes faults as faults', () => {
    expect(scenarioText(tell(STEP.raise, STEP.lose), 'Lost')).toContain('- {lose: IF-1}\n');
  });
});
