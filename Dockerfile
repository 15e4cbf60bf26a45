FROM node:24-slim AS build
WORKDIR /revue
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /revue
ENV NODE_ENV=production
COPY --from=build --chown=node:node /revue /revue
USER node
EXPOSE 3000
CMD ["node", "dist/src/cli.js", "start", "--no-demo", "--host", "0.0.0.0"]
