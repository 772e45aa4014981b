import { canBeFlagged } from './reference-look';
import type { SubgraphDefinition } from './definition';
import { submissionResolver } from './submit';
import { takeBackResolver } from './take-back-mutation';
import { unknownReferencesResolver } from './unknown-references';

type Class = new () => object;
const generated = new WeakMap<SubgraphDefinition, readonly Class[]>();

/** Made once, since type-graphql keeps every class that it has seen. */
export function generatedFor(definition: SubgraphDefinition): readonly Class[] {
  const { name, submissions = [], entities } = definition;
  const made = generated.get(definition) ?? [
    ...submissions.map(submissionResolver),
    ...(submissions.length > 0 ? [takeBackResolver({ name, submissions, entities })] : []),
    ...(canBeFlagged(entities) ? [unknownReferencesResolver(name, entities)] : []),
  ];
  generated.set(definition, made);
  return made;
}
