import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FieldUnknown, code, date, flag, text, type Kind } from '../../kernel';
import { CONDITIONS, type CampaignConditions, type CampaignList } from './campaign-list';

/** The lists of the campaigns, as the reference file has them. */
export const campaignLists: readonly CampaignList[] = readLists();

function readLists(): CampaignList[] {
  const lists: unknown = JSON.parse(readFileSync(join(__dirname, '../reference/campaign-lists.json'), 'utf8'));
  return Array.isArray(lists) ? lists.map(readList) : [];
}

function readList(record: unknown): CampaignList {
  const { id, title, source, deadline, from, conditions, note, verified } = fieldsIn(record);
  return {
    id: code(24).parse(id, 'id'),
    title: text(100).parse(title, 'title'),
    source: text(500).parse(source, 'source'),
    deadline: deadline === null ? null : date.parse(deadline, 'deadline'),
    from: date.parse(from, 'from'),
    conditions: readConditions(conditions),
    note: text(500).parse(note, 'note'),
    verified: flag.parse(verified, 'verified'),
  };
}

/** A condition that nobody knows would be met by every device: it is refused. */
function readConditions(record: unknown): CampaignConditions {
  const kinds = new Map<string, Kind<unknown>>(Object.entries(CONDITIONS));
  const read = Object.entries(fieldsIn(record)).map(([name, value]) => {
    const kind = kinds.get(name);
    if (!kind) throw FieldUnknown({ field: name, allowed: [...kinds.keys()].join(', ') });
    return [name, kind.parse(value, name)];
  });
  return Object.fromEntries(read) as CampaignConditions;
}

function fieldsIn(record: unknown): Record<string, unknown> {
  return typeof record === 'object' && record !== null ? { ...record } : {};
}
