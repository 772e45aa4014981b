import { randomUUID } from 'node:crypto';
import { defineVerb, insertRows, procedure, refuseDuplicate, takeStep, termOf } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { checkHandler, officerOf } from '../case/case.rules';
import { NominateCaseInput, TypicalCase, TypicalCaseInput } from './typical-case';
import { VotedAlready, checkDecided, standing, voteMissing, withoutName } from './typical-case.rules';

/** A case is one example, for whatever month. The case itself does not change: it is held while its example is written, and put on record. */
export const nominateCase = defineVerb({
  name: 'nominateCase',
  says: '推荐典型案例. Nominates a decided case.',
  input: NominateCaseInput,
  returns: () => EnforcementCase,
  run(context, { number, month, title, summary }) {
    const { dataKey } = context.settings;
    const step = {
      operation: 'nominateCase',
      scope: 'write:enforcement',
      term: termOf(EnforcementCase),
      entity: EnforcementCase,
      key: 'number' as const,
      value: number,
    };
    return takeStep(context, step, async (decided, tx) => {
      checkHandler(decided, context.caller);
      checkDecided(decided);
      const { departmentCode, departmentKind, regionCode } = decided;
      const nominated = {
        id: randomUUID(),
        month,
        caseNumber: number,
        departmentCode,
        departmentKind,
        regionCode,
        title: withoutName(title, decided, dataKey),
        summary: withoutName(summary, decided, dataKey),
        votes: 0,
      };
      await refuseDuplicate(tx, TypicalCase, nominated);
      await insertRows(tx, context, TypicalCase, [nominated]);
      return {};
    });
  },
});

export const typicalCaseSteps = procedure(
  TypicalCase,
  { scope: 'enforcement', key: 'id', stateOf: standing, refuse: voteMissing },
  {
    voteForTypicalCase: {
      to: null,
      scope: 'write',
      says: '投票，一部门一票. Votes for a typical case, once for each department.',
      input: TypicalCaseInput,
      async decide({ id, votes }, _, { caller }, tx) {
        const voter = `${caller.region}-${caller.department}`;
        const [fresh] = await tx.query(
          'INSERT INTO typical_case_vote (typical_case_id, voter, officer) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING voter',
          [id, voter, officerOf(caller)],
        );
        if (!fresh) throw VotedAlready({ key: id, department: voter });
        return { votes: votes + 1 };
      },
    },
    publishTypicalCase: {
      from: ['VOTED_FOR'],
      to: null,
      scope: 'decide',
      says: '公布典型案例. Publishes a typical case.',
      input: TypicalCaseInput,
      decide: ({ publishedOn }, _, { today }) => ({ publishedOn: publishedOn ?? today }),
    },
  },
);
