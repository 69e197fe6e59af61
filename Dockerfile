# Salve with its own PostgreSQL inside. Data, files and keys lie in the volume /data. See docs/running.md.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-fund --no-audit
COPY tsconfig.json ./
COPY tools ./tools
COPY src ./src
RUN node tools/build.mjs --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3080 SALVE_DATA=/data
WORKDIR /app
RUN printf '#!/bin/sh\nexec node --enable-source-maps /app/dist/salve.js "$@"\n' > /usr/local/bin/salve \
    && chmod 755 /usr/local/bin/salve \
    && install -d -o node -g node -m 0700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY models ./models
COPY fixtures ./fixtures
COPY LICENSE NOTICE ./
USER node
VOLUME /data
EXPOSE 3080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["salve"]
CMD ["serve"]
