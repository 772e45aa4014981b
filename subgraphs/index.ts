import { credit } from './credit';
import { equipment } from './equipment';
import { enforcement } from './enforcement';
import type { SubgraphDefinition } from './kernel';
import { matters } from './matters';
import { registry } from './registry';

/** The one list of subgraphs: the gateway, the schema, the migrations and every command go through it. */
export const subgraphs: readonly SubgraphDefinition[] = [registry, equipment, matters, credit, enforcement];
