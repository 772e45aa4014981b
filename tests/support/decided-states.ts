import { subgraphs } from '../../subgraphs';
import { fieldsOf, valuesNamed, type Submission } from '../../subgraphs/kernel';

/** What is submitted and of which an officer may have decided something. */
export const deciding: readonly Submission[] = subgraphs.flatMap(({ submissions = [] }) =>
  submissions.filter(({ decisions }) => decisions),
);

export interface State {
  submission: Submission;
  name: string;
  /** What a record says in this state, beside all else. */
  row: Record<string, unknown>;
  /** The property that says so. */
  field: string;
  decided: boolean;
}

/** Every state that a record of a noun can say: by its property, and whether it is decided. */
export const states: readonly State[] = deciding.flatMap((submission) => {
  const { decisions, input, kind } = submission;
  if (!decisions || decisions.marks === 'always')
    return [
      { submission, name: `${kind}: always`, row: {}, field: decisions?.document ?? '', decided: true },
    ];
  return Object.entries(decisions.marks).flatMap(([field, says]) => {
    const values = valuesNamed(fieldsOf(input).get(field)?.reader.enumeration ?? '');
    const possible = values.length > 0 ? values : ['2026-01-01'];
    return possible.map((value) => ({
      submission,
      name: `${kind}: ${field} ${value}`,
      row: { [field]: value },
      field,
      decided: says === true || says[value] === true,
    }));
  });
});
