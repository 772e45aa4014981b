import { audit, callOf, type Reaction } from '../../subgraphs/kernel';
import type { TestBed } from './test-bed';

/**
 * Does what a reaction does on an event, as the reactor would: asks first, then acts or undoes in a transaction, with its
 * entry in the journal. Says whether there was anything to do.
 */
export function doing(bed: TestBed, reaction: Reaction) {
  return async (event: string, type: string, key: string): Promise<boolean> => {
    if (![...reaction.on, ...reaction.undoneBy].includes(event))
      throw new Error(`it does nothing on ${event}`);
    const context = bed.subgraph.open(callOf(bed.subgraph.definition.name));
    const happened = {
      ...{ event, type, key, division: null, at: context.now.toISOString() },
      ...{ number: '1', nth: 0, link: '' },
    };
    const facts = await reaction.ask(context, happened);
    return context.db.transaction(async (tx) => {
      const act = reaction.undoneBy.includes(event) ? reaction.undo : reaction.act;
      const done = await act(tx, context, happened, facts);
      if (!done || done.subjects.length === 0) return false;
      await audit(tx, context, { ...done, outcome: 'done' });
      return true;
    });
  };
}
