import '../../gateway/telemetry-off';
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { CALLER_HEADER, GATEWAY, readConfig, signCall } from '../../subgraphs/kernel';
import { benchCall } from './caller';

/** The gateway as its maker documents it: default data source, standalone server. Only the caller's signature is added. */
async function main(): Promise<void> {
  const { pairOf } = readConfig(process.env);
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(join(__dirname, '../../schema/supergraph.graphql'), 'utf8'),
    buildService: ({ name, url }) =>
      new RemoteGraphQLDataSource({
        url,
        willSendRequest({ request }) {
          const { http, ...body } = request;
          http?.headers.set(CALLER_HEADER, signCall(benchCall, JSON.stringify(body), pairOf(GATEWAY, name)));
        },
      }),
  });
  const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
    listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  });
  process.stdout.write(`stock gateway is ready: ${url}\n`);
}

void main();
