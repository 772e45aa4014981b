import { defineNoun, type RequestContext } from '../../kernel';
import { Matter, MatterOverview } from './matter';
import { MatterForm } from './matter-form';
import { MatterVersion } from './matter-version';
import { changeMatter, createMatter, retireMatter } from './matter.drafting';
import { governedBy, matterBy, visible } from './matter.lists';
import {
  MatterResolver,
  enterpriseMatters,
  formFields,
  matterFields,
  overviewFields,
  stageFields,
  versionFields,
} from './matter.resolver';
import { counted } from './matter.rules';
import { matterSteps } from './matter.steps';

export const matter = defineNoun({
  entity: Matter,
  find: (context, code) => matterBy(context, code),
  verbs: [createMatter, changeMatter, retireMatter],
  resolvers: [overviewFields, matterFields, formFields, stageFields, enterpriseMatters, MatterResolver],
  types: [MatterOverview, MatterForm],
  references: {
    async MatterOverview(
      { matterCode, regionCode }: { matterCode: string; regionCode: string },
      context: RequestContext,
    ) {
      const known = await governedBy(context, matterCode);
      return known && { matterCode, ...counted(known, known.versions, regionCode, context.today) };
    },
  },
});

/** What was drafted, put before the departments and decided: the history of every matter. */
export const matterVersion = defineNoun({
  entity: MatterVersion,
  shown: visible,
  procedure: matterSteps,
  one: {
    name: 'matterVersion',
    says: '按编号查议定；公众仅见已决定的. The version with this id; the public sees those decided.',
    level: 'PUBLIC',
  },
  resolvers: [versionFields],
});
