# One image for every part; the command says which: serve -- <subgraph>, serve -- gateway, migrate.
FROM node:20-bookworm-slim AS build
WORKDIR /onematter
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /onematter
COPY --from=build --chown=node:node /onematter .
RUN install -d -o node -g node .data .data/journal
USER node
CMD ["npm", "run", "serve", "--", "gateway"]
