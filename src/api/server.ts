import helmet from '@fastify/helmet';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { type ApiOptions, api } from './app.ts';
import { ApiError, sendProblem } from './problem.ts';

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    upgradeInsecureRequests: null,
  },
};

/** A Fastify instance with the API and the dashboard, not listening yet. `level` of the log as in the configuration. */
export async function buildServer(
  options: ApiOptions & { readonly level: string; readonly dashboard: FastifyPluginAsync },
): Promise<FastifyInstance> {
  const redact = ['req.headers.authorization', 'req.headers.cookie'];
  const app = Fastify({
    logger: options.level === 'silent' ? false : { level: options.level, redact },
    // An unknown query parameter is a mistake to be told, not to be dropped in silence.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new ApiError(404, 'not-found', `There is nothing at ${request.url}.`), request, reply),
  );
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  await app.register(api, options);
  await app.register(options.dashboard);
  return app;
}
