import type { Client } from 'pg';
import { CONNECTIONS } from '../../subgraphs/kernel';
import { ClocksDiffer, ConnectionsTooFew } from '../errors';
import { placeOf } from './databases';
import { found, note, well, type Finding } from './finding';

/** As much as tokens may be early or late. */
const CLOCKS_MAY_DIFFER_S = 5;
/** For migrations and for a look by hand. */
const BESIDES = 3;

interface Server {
  connections: number;
  now: Date;
  standbys: number;
  /** Seconds that the slowest standby is behind; null where this login may not know. */
  lag: number | null;
  sees: boolean;
}

/** Its clock, its room and its standbys. `subgraphs` of ours have their data on this server. */
export async function checkServer(client: Client, url: string, subgraphs: number): Promise<Finding[]> {
  const database = placeOf(url);
  const asked = Date.now();
  const server = await look(client);
  // what lies between the question and the answer is no difference
  const apart = Math.max(0, asked - server.now.getTime(), server.now.getTime() - Date.now()) / 1000;
  const min = subgraphs * CONNECTIONS + BESIDES;
  return [
    apart > CLOCKS_MAY_DIFFER_S
      ? found(ClocksDiffer({ database, got: apart.toFixed(1), max: CLOCKS_MAY_DIFFER_S }))
      : well(`${database} 的时钟与本机一致`, `the clock of ${database} agrees with this machine's`),
    server.connections < min
      ? found(ConnectionsTooFew({ database, got: server.connections, min, parameter: 'max_connections' }))
      : well(
          `${database} 允许 ${server.connections} 个连接，需 ${min} 个`,
          `${database} allows ${server.connections} connections, ${min} are needed`,
        ),
    lagOf(database, server),
  ];
}

function lagOf(database: string, { standbys, lag, sees }: Server): Finding {
  if (!sees || (standbys > 0 && lag === null))
    return note(
      `${database} 的备库延迟未知：该登录名无权查看`,
      `the lag of standbys of ${database} is not known: this login may not see it`,
    );
  if (standbys === 0) return well(`${database} 没有备库`, `${database} has no standby`);
  return well(
    `${database} 的备库至多落后 ${lag} 秒`,
    `the standbys of ${database} are ${lag} s behind at most`,
  );
}

async function look(client: Client): Promise<Server> {
  const { rows } = await client.query<Server>(
    `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS connections,
       clock_timestamp() AS now,
       (SELECT count(*) FROM pg_stat_replication)::int AS standbys,
       (SELECT extract(epoch FROM max(replay_lag)) FROM pg_stat_replication)::float AS lag,
       pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS sees`,
  );
  const [server] = rows;
  if (!server) throw new Error('a row is always found');
  return server;
}
