import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/database.ts';
import { isRevueError } from '../domain/errors.ts';

/** An error as RFC 9457 problem details, with the same `code` that the CLI shows. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
}

/** An error that answers a request: status, code and one clear sentence. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A 404 that says what was not found. */
export const notFound = (what: string): ApiError => new ApiError(404, 'not-found', what);

const problem = (status: number, code: string, detail: string): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  code,
});

/** The problem that an error is to a client; nothing of an unforeseen error's text leaves the process. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ApiError) return problem(error.status, error.code, error.message);
  if (isRevueError(error)) return problem(error.disposition === 'quarantine' ? 422 : 503, error.code, error.message);
  if (isDatabaseAway(error)) return problem(503, 'database-away', 'The database is away; try again in a moment.');
  const { statusCode, validation, message } = error as Partial<FastifyError>;
  if (validation) return problem(400, 'request-invalid', validationSentence(error as FastifyError));
  if (statusCode !== undefined && statusCode < 500)
    return problem(statusCode, 'request-invalid', message ?? 'The request is not valid.');
  return problem(500, 'internal', 'Something went wrong here; the log says what.');
}

function validationSentence({ validation, validationContext, message }: FastifyError): string {
  const first = validation?.[0];
  const unknown = first?.params?.['additionalProperty'] ?? first?.params?.['additionalProperties'];
  if (unknown !== undefined) return `Unknown ${validationContext ?? 'request'} parameter ${JSON.stringify(unknown)}.`;
  return `${message}.`;
}

/** Sends any error as problem+json. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const sent = asProblem(error);
  if (sent.status >= 500) request.log.error(error);
  void reply.status(sent.status).type('application/problem+json').send(sent);
}
