import { defineNoun } from '../../kernel';
import { AuditResolver } from './audit.resolver';

export const auditRecord = defineNoun({ resolvers: [AuditResolver] });
