import { createHash } from 'node:crypto';
import {
  Kept,
  Table,
  audit,
  code,
  declareEvent,
  legalRules,
  text,
  versionOf,
  type LegalRow,
  type LegalRule,
  type RequestContext,
  type Transaction,
} from '../../kernel';

/** A correction of a legal number that is on record, as it is now: what changes is put on record once. */
@Table()
export class RuleCorrection {
  @Kept(text(200), '版本标识. The version of the rule.', { column: { primary: true } })
  version: string;

  @Kept(code(16), '更正后的摘要. The digest of the row as it was corrected.')
  digest: string;
}

declareEvent('LegalRule', 'correctLegalRule', {
  says: '运营方文件更正或者新增法定数值. The operator’s file corrects a legal number, or adds one.',
});
declareEvent('LegalRule', 'endRuleCorrection', {
  done: 'correctionEnded',
  says: '运营方文件不再更正该数值. The operator’s file corrects it no more: it is again as the product has it.',
});

/** What a row says, as the journal keeps it. */
function saidBy({ from, to, value, unit, source, verified, department, region }: LegalRow) {
  const row = {
    from,
    to,
    value,
    unit,
    source,
    verified,
    department: department ?? null,
    region: region ?? null,
  };
  return { ...row, digest: createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16) };
}

/**
 * Puts each correction of the operator's file on record, when the subgraph begins to serve: once, whoever starts it and
 * however often, and again when it is changed or gone. Of several that start at once one does it.
 */
export async function recordCorrections(context: RequestContext): Promise<void> {
  const corrected = legalRules().filter((rule) => rule.corrected);
  await context.db.transaction(async (tx) => {
    await tx.query('LOCK TABLE rule_correction IN SHARE ROW EXCLUSIVE MODE', []);
    const known = new Map(
      (await tx.query<RuleCorrection>('SELECT version, digest FROM rule_correction', [])).map((row) => [
        row.version,
        row.digest,
      ]),
    );
    for (const rule of corrected) await recordOne(tx, context, rule, known.get(versionOf(rule)));
    const now = new Set(corrected.map(versionOf));
    for (const [version, digest] of known)
      if (!now.has(version)) await recordEnd(tx, context, version, digest);
  });
}

async function recordOne(
  tx: Transaction,
  context: RequestContext,
  rule: LegalRule,
  known: string | undefined,
): Promise<void> {
  const version = versionOf(rule);
  const after = saidBy(rule);
  if (after.digest === known) return;
  await tx.query(
    'INSERT INTO rule_correction (version, digest) VALUES ($1, $2) ON CONFLICT (version) DO UPDATE SET digest = $2',
    [version, after.digest],
  );
  const before = rule.original && saidBy(rule.original);
  await audit(tx, context, {
    operation: 'correctLegalRule',
    subjects: [{ type: 'LegalRule', key: version }],
    fields: ['value', 'unit', 'to', 'source', 'verified'],
    outcome: before ? 'corrected' : 'added',
    details: { shipped: before, recorded: known ?? before?.digest ?? null, after },
  });
}

async function recordEnd(
  tx: Transaction,
  context: RequestContext,
  version: string,
  digest: string,
): Promise<void> {
  await tx.query('DELETE FROM rule_correction WHERE version = $1', [version]);
  const shipped = legalRules().find((rule) => versionOf(rule) === version);
  await audit(tx, context, {
    operation: 'endRuleCorrection',
    subjects: [{ type: 'LegalRule', key: version }],
    outcome: 'ended',
    details: { recorded: digest, after: shipped ? saidBy(shipped) : null },
  });
}
