import { page, tableOf } from './page';
import { subgraphs } from '../subgraphs';
import { legalRules, type LegalRule } from '../subgraphs/kernel';

const HEAD = ['标识 Id', '名称 Name', '有效期 In force', '数值 Value', '来源 Source', '已核对 Verified'];

const EXAMPLE = `\`\`\`json
[
  { "id": "enforcement.tip.check", "from": "2020-01-01", "to": "2026-05-31", "value": 15, "unit": "working days", "source": "…", "verified": true },
  { "id": "enforcement.tip.check", "from": "2026-06-01", "to": null, "value": 20, "unit": "days", "source": "…", "verified": true }
]
\`\`\``;

/** Every number of the law by its department, as the product ships it. */
export function legalRulesPage(): string {
  const rules = legalRules();
  const seen = rules.filter(({ verified }) => verified).length;
  return page([
    '# 法定数值 Legal rules',
    `每个期限、次数、比例都是一行：标识、有效期、数值、来源。事项按其发生之日有效的版本判断，而非当日。${rules.length} 行中 ${seen} 行已核对条文；其余据一般了解，以法律文本为准。接口：\`legalRules(id, on, verified)\`。`,
    '**更正。** 设置 `LEGAL_RULES_FILE` 指向一个 JSON 文件。标识和起始日与某版本相同的行更正该版本（`to` 为其终止日），起始日不同的行新增一个版本；同一数值的两个版本不得在同一日有效，先终止旧版本。某类部门、某一区划的行以 `department`、`region` 写明，最具体的一行有效。期间的单位可在工作日、日、月、年之间更换，其余单位不变。启动时逐行核对，有一行不合即拒绝启动；每行更正在启动时与原值并列告知，`legalRules` 以 `corrected`、`original` 标明，`/health/ready` 的 `legalRules` 为全部数值的摘要，各进程应一致。',
    `Each period, count and share is a row: its id, the days on which it holds, the number, its source. An event is judged by the version of its own day, never by today’s. Of ${rules.length} rows the text of ${seen} was seen; the others are from general knowledge, and the text of the law decides. The API answers \`legalRules(id, on, verified)\`.`,
    '**To correct them.** The setting `LEGAL_RULES_FILE` names a JSON file. A row with the id and first day of a version corrects that version (`to` ends it); one with another first day adds a version. Two versions of a number never hold on the same day: end the old one first. A row for one kind of department or one division says so by `department` and `region`; the closest counts. A period may be counted in working days, days, months or years; all else keeps its unit. The rows are checked at start, which one wrong row refuses. Each correction is told at start beside what it replaces, `legalRules` shows it by `corrected` and `original`, and `legalRules` at `/health/ready` is the digest of all numbers, which is the same for all processes.',
    EXAMPLE,
    ...subgraphs.flatMap(({ name, title }) => {
      const own = rules.filter(({ id }) => id.startsWith(`${name}.`));
      return own.length === 0 ? [] : [`## ${title.replace(/:.*/, '')}`, tableOf(HEAD, own.map(rowOf))];
    }),
  ]);
}

function rowOf(rule: LegalRule): string[] {
  const { id, name, from, to, value, unit, source, verified, department, region } = rule;
  const whose = [department, region].filter(Boolean).join(' ');
  return [
    whose ? `\`${id}\` ${whose}` : `\`${id}\``,
    name,
    `${from} – ${to ?? ''}`.trim(),
    `${value} ${unit}`,
    source,
    verified ? '✓' : '–',
  ];
}
