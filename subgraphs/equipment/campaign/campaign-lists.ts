import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrayOf, code, date, flag, objectOf, orNull, text } from '../../kernel';
import { conditions, type CampaignList } from './campaign-list';

const NAME = 'campaign-lists.json';

const lists = arrayOf(
  objectOf({
    id: code(24),
    title: text(100),
    source: text(500),
    deadline: orNull(date),
    from: date,
    conditions,
    note: text(500),
    verified: flag,
  }),
);

/** The lists of the campaigns, as the reference file has them. */
export const campaignLists: readonly CampaignList[] = lists.parse(
  JSON.parse(readFileSync(join(__dirname, '../official', NAME), 'utf8')),
  NAME,
);
